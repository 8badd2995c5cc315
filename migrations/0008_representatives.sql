-- Where the legal representative resides (Art 24): it decides who is competent when there is no establishment (Art 33).
ALTER TABLE provider_row ADD COLUMN representative_state TEXT NOT NULL DEFAULT '';
