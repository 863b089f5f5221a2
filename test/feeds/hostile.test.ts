/** The bench's hostile documents, small: each ends soon, and what became of it has a name. */
import { describe, expect, it } from 'vitest';
import { HOSTILE_DOCUMENTS } from '../../bench/feeds/hostileDocuments.mjs';
import { FEED_VERDICTS } from '../../src/domain/feed.ts';
import { readDocument } from '../../src/feeds/document.ts';

const SHARE = 0.1;
const SOON_MS = 2_000;
describe('A hostile document', () => {
  it.each(HOSTILE_DOCUMENTS)('of $name ends soon with a verdict', async ({ write }) => {
    const bytes = Buffer.from(write(SHARE));
    const began = performance.now();
    const { document } = await readDocument(bytes, null, 'https://news.example/feed');
    expect(performance.now() - began).toBeLessThan(SOON_MS);
    const verdict = document.kind === 'feed' ? 'healthy' : document.verdict;
    expect(FEED_VERDICTS).toContain(verdict);
  });

  it('brings no words of entities or files into an entry', async () => {
    const texts = HOSTILE_DOCUMENTS.filter(({ name }) => /laughs|entity/.test(name)).map(({ write }) => write(SHARE));
    expect(texts).toHaveLength(3);
    for (const text of texts) {
      const { document } = await readDocument(Buffer.from(text), null, null);
      const [entry] = document.kind === 'feed' ? document.entries : [];
      expect(entry?.summary).toMatch(/^(?:&\w+;)+$/);
    }
  });
});
