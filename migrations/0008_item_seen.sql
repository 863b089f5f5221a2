-- breaking: no
-- Retiring looks for the oldest items, a backtest counts those that came as news; and whoever deletes an item asks
-- whether a report holds it.

CREATE INDEX item_seen ON item (seen, baseline);
CREATE INDEX report_item ON report (item);
