"""Files and web pages offered as evidence: kept, looked at again, captured."""
