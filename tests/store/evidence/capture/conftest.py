"""The web sites these tests talk to."""

from webserver import certificate, site, tls_site

__all__ = ["certificate", "site", "tls_site"]
