"""Words that LimeSurvey itself shows and does not keep in its files, in the languages that we are sure of."""

from collections.abc import Iterable

WORDS: dict[str, dict[str, str]] = {
    "other": {
        "cs": "Jiné", "sk": "Iné", "en": "Other", "uk": "Інше", "de": "Sonstiges", "pl": "Inne",
        "fr": "Autre", "es": "Otro", "it": "Altro", "pt": "Outro", "nl": "Anders", "ru": "Другое",
    },
    "yes": {
        "cs": "Ano", "sk": "Áno", "en": "Yes", "uk": "Так", "de": "Ja", "pl": "Tak", "fr": "Oui", "es": "Sí",
        "it": "Sì", "pt": "Sim", "nl": "Ja", "ru": "Да",
    },
    "uncertain": {
        "cs": "Nevím jistě", "sk": "Neviem s istotou", "en": "Uncertain", "uk": "Не впевнені",
        "de": "Unsicher", "pl": "Trudno powiedzieć", "fr": "Incertain", "es": "Dudoso", "it": "Incerto",
        "pt": "Incerto", "nl": "Onzeker", "ru": "Трудно сказать",
    },
    "no": {
        "cs": "Ne", "sk": "Nie", "en": "No", "uk": "Ні", "de": "Nein", "pl": "Nie", "fr": "Non", "es": "No",
        "it": "No", "pt": "Não", "nl": "Nee", "ru": "Нет",
    },
    "increase": {
        "cs": "Zvýšení", "sk": "Zvýšenie", "en": "Increase", "uk": "Збільшення", "de": "Zunahme",
        "pl": "Wzrost", "fr": "Augmentation", "es": "Aumento", "it": "Aumento", "pt": "Aumento",
        "nl": "Toename", "ru": "Увеличение",
    },
    "same": {
        "cs": "Beze změny", "sk": "Bez zmeny", "en": "Same", "uk": "Без змін", "de": "Gleich",
        "pl": "Bez zmian", "fr": "Sans changement", "es": "Igual", "it": "Uguale", "pt": "Igual",
        "nl": "Gelijk", "ru": "Без изменений",
    },
    "decrease": {
        "cs": "Snížení", "sk": "Zníženie", "en": "Decrease", "uk": "Зменшення", "de": "Abnahme",
        "pl": "Spadek", "fr": "Diminution", "es": "Disminución", "it": "Diminuzione", "pt": "Diminuição",
        "nl": "Afname", "ru": "Уменьшение",
    },
    "female": {
        "cs": "Žena", "sk": "Žena", "en": "Female", "uk": "Жінка", "de": "Weiblich", "pl": "Kobieta",
        "fr": "Femme", "es": "Mujer", "it": "Femmina", "pt": "Feminino", "nl": "Vrouw", "ru": "Женщина",
    },
    "male": {
        "cs": "Muž", "sk": "Muž", "en": "Male", "uk": "Чоловік", "de": "Männlich", "pl": "Mężczyzna",
        "fr": "Homme", "es": "Hombre", "it": "Maschio", "pt": "Masculino", "nl": "Man", "ru": "Мужчина",
    },
    "comment": {
        "cs": "Napište k tomu svůj komentář", "sk": "Napíšte k tomu svoj komentár",
        "en": "Please enter your comment here", "uk": "Напишіть тут свій коментар",
        "de": "Bitte geben Sie hier Ihren Kommentar ein", "pl": "Proszę wpisać tu swój komentarz",
        "fr": "Veuillez saisir votre commentaire ici", "es": "Escriba aquí su comentario",
        "it": "Inserisca qui il suo commento", "pt": "Escreva aqui o seu comentário",
        "nl": "Vul hier uw opmerking in", "ru": "Напишите здесь свой комментарий",
    },
}  # fmt: skip


def words(name: str, tags: Iterable[str]) -> tuple[dict[str, str], list[str]]:
    """A word of LimeSurvey's under each tag, and the tags whose language we have no word in.

    Those get none, unless no tag has one: then the English word stands in.
    """
    known, tags = WORDS[name], list(tags)
    found = {tag: known[tag.split("-")[0]] for tag in tags if tag.split("-")[0] in known}
    unknown = [tag for tag in tags if tag not in found]
    return found or {tags[0]: known["en"]}, unknown
