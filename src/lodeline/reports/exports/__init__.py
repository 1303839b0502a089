"""The ledger for other programs: one module a form, each a pure function of entries and documents."""
