-- breaking: no
-- Requests that Discord refused within ten minutes: with 10,000 of them it shuts out the address, whoever starts anew.

CREATE TABLE refusal (at TEXT NOT NULL);
