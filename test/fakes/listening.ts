/** An engine that is listened to: what is asked of it, and how SQLite goes about each of it. */
import type { Engine, Statement } from '../../src/store/engine.ts';

export interface Listening {
  readonly engine: Engine;
  /** In order; emptied by whoever wants to hear only what comes. */
  readonly asked: Statement[];
  /** Every step of the plans of what was asked, each with its statement. */
  plans(): Promise<readonly string[]>;
}

export function listening(engine: Engine): Listening {
  const asked: Statement[] = [];
  return {
    asked,
    engine: {
      all: (sql, params) => {
        asked.push({ sql, params });
        return engine.all(sql, params);
      },
      batch: (statements) => {
        asked.push(...statements);
        return engine.batch(statements);
      },
      space: () => engine.space(),
      shrink: (pages) => engine.shrink(pages),
      close: () => engine.close(),
    },
    async plans() {
      const plans = asked.map(async ({ sql, params }) => {
        const steps = await engine.all(`EXPLAIN QUERY PLAN ${sql}`, params);
        return steps.map(({ detail }) => `${detail} <- ${sql}`);
      });
      return (await Promise.all(plans)).flat();
    },
  };
}
