"""The configuration: a YAML file and environment variables go in, one frozen `Config` comes out."""

from index.config.loading import load_config, variable
from index.config.settings import BUILTIN, Config, FacetConfig, LimitsConfig, ReindexConfig, ServerConfig, setting_keys

__all__ = [
    "BUILTIN",
    "Config",
    "FacetConfig",
    "LimitsConfig",
    "ReindexConfig",
    "ServerConfig",
    "load_config",
    "setting_keys",
    "variable",
]
