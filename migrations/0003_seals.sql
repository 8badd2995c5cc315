-- Each local row stands under a seal: the log key's signature over the register, the table and the row. Only whoever is
-- signed in can make one, everybody can check it. A migration has no key, so rows of older registers stay null here and
-- are sealed at the first sign-in, which the log then says.

ALTER TABLE setting ADD COLUMN seal BLOB CHECK (length(seal) = 64);
ALTER TABLE credential ADD COLUMN seal BLOB CHECK (length(seal) = 64);

-- Wrong passwords are counted while nobody is signed in: `link` is a secret hashed once for each of them, `last` what
-- comes out at the end of the chain, and the seal covers `last`. The count can be raised by anybody, lowered by nobody.
ALTER TABLE lockout ADD COLUMN link BLOB CHECK (length(link) = 32);
ALTER TABLE lockout ADD COLUMN last BLOB CHECK (length(last) = 32);
ALTER TABLE lockout ADD COLUMN seal BLOB CHECK (length(seal) = 64);

-- The log itself says when the last entry was made.
DELETE FROM setting WHERE name = 'last_at';
