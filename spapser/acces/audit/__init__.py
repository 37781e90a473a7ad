"""The audit log: every write and every refusal, one JSON line each, chained by SHA-256, never rewritten."""

from spapser.acces.audit.ecriture import record, record_quietly
from spapser.acces.audit.lecture import Verdict, read_entries, verify_chain

__all__ = ["Verdict", "read_entries", "record", "record_quietly", "verify_chain"]
