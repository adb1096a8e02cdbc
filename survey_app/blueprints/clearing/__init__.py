"""Words of a decided comment for the public: masked, shortened, read beside the original, and taken back."""

from importlib import import_module

from flask import Blueprint

blueprint = Blueprint("clearing", __name__, url_prefix="/urad/podnety")

import_module(f"{__name__}.page")  # the views need the blueprint
