-- breaking: yes
-- A proposal is one message whichever follow of its guild comes first, so that its key names the proposal alone.

UPDATE message SET key = 'proposal:' || subject_id
WHERE subject_kind = 'proposal' AND key = (
  SELECT MIN(other.key) FROM message AS other
  WHERE other.subject_kind = 'proposal' AND other.subject_id = message.subject_id
);
