"""What a column of exported responses means: names and labels for programs of statisticians.

    variables.variables(questionnaires, circumstances)  ->  one Variable for each column
    ddi.document(study, variables)                      ->  a DDI Codebook 2.5 in XML

Knows questionnaires and the columns of `forms.export`; no response, no table and no format but DDI.
"""

from forms.codebook.variables import Category, Circumstances, Kind, Variable, variables

__all__ = ["Category", "Circumstances", "Kind", "Variable", "variables"]
