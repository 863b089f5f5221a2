-- breaking: yes
-- What moderators killed or hold counts for nothing among the evidence of dates: found with every poll, and few.
-- Reports may be of the origin 'same_title' from now on.

CREATE INDEX edition_silent ON edition (storyline)
WHERE (stand LIKE '{"kind":"killed"%' OR stand LIKE '{"kind":"held"%');
