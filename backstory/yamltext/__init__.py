"""YAML text as values with their places; PyYAML's doorway."""

from backstory.yamltext.compose import COLLECTED, FRONT_MATTER, YamlLimits
from backstory.yamltext.load import Loaded, load
from backstory.yamltext.remarks import without_empty

__all__ = ["COLLECTED", "FRONT_MATTER", "Loaded", "YamlLimits", "load", "without_empty"]
