"""gongkai: a ledger of open-government work (政务公开工作台账) over YAML files in git."""

__version__ = "0.1.0"
