/** A long round-up as feeds carry it in full: what it opens with is news, everything else it touches is a mention. */
import { expect, it } from 'vitest';
import { loadConfig } from '../src/config.ts';
import { decideNews, judgeItems } from '../src/decide/news.ts';
import { prepareRules } from '../src/decide/rules.ts';
import { NO_FACTS } from '../src/domain/facts.ts';
import { type FeedId, id } from '../src/domain/ids.ts';
import { readDocument } from '../src/feeds/document.ts';
import { itemAlone } from '../src/feeds/item.ts';
import { vocabularyIn } from '../src/main.ts';
import { anOutlet, at } from './fakes/nouns.ts';

const NOW = at('2025-08-06T18:00Z');

const FEED = {
  id: id<FeedId>('bbc-world'),
  url: '',
  outlet: anOutlet().id,
  guild: null,
  everyMinutes: 5,
  enabled: true,
};

const OPENING = [
  'Two days before the date Donald Trump has set for Russia, his envoy Steve Witkoff spent nearly three hours with Vladimir Putin in the Kremlin.',
  'Neither side said whether the deadline of 8 August still stands. Without a ceasefire, the White House says, tariffs on the buyers of Russian oil will follow.',
  'A first order came the same day: imports from India will cost a quarter more because the country goes on buying crude from Moscow.',
];

const REST = [
  'In Kyiv the toll of the strike of 31 July stands at 32 dead, the head of the city administration, Tymur Tkachenko, said after rescuers ended their search in the Sviatoshynskyi district.',
  'On Wednesday morning bombs fell on a holiday camp in the Zaporizhzhia region; two people were killed and children are among the wounded.',
  'Drones of Ukraine meanwhile hit the refineries of Ryazan and Novokuibyshevsk, and Russia now has to do without a good part of its refining capacity.',
  'The State Department approved a sale of howitzers of the type M777 and of their parts to Ukraine, worth 203.5 million dollars in all.',
  'The delegations of Ukraine and Russia last met in Istanbul on 23 July, for forty minutes, and agreed on an exchange of 1,200 prisoners from either side.',
  'A summit of Putin and Volodymyr Zelensky, or of both with Trump, is being talked of; the Kremlin calls it too early.',
  'Gaza, the talks with Hamas and the quarrel over TikTok are what the White House has on its desk besides.',
];

function entryOf(texts: readonly string[]): string {
  const content = texts.map((text) => `<p>${text}</p>`).join('\n');
  return `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>News</title>
    <item><title>Kremlin receives Trump’s envoy days before the deadline for Russia</title><guid>1</guid>
    <link>https://www.bbc.com/news/articles/cseed0000001</link><pubDate>Wed, 06 Aug 2025 17:00:00 GMT</pubDate>
    <content:encoded><![CDATA[${content}]]></content:encoded></item></channel></rss>`;
}

it('a round-up alerts at most three storylines, those of its opening, and mentions the others', async () => {
  const config = loadConfig({ env: {} });
  const prepared = prepareRules(config.catalogue.storylines, vocabularyIn(config));
  if (prepared.kind === 'errors') throw new Error(JSON.stringify(prepared.errors));
  const { rules } = prepared;
  const { document } = await readDocument(Buffer.from(entryOf([...OPENING, ...REST])), null, null);
  if (document.kind !== 'feed') throw new Error('the feed cannot be read');
  const items = document.entries.map((entry) => itemAlone(entry, FEED, anOutlet(), NOW));
  const news = {
    judged: judgeItems(items, rules),
    outlet: anOutlet(),
    baseline: false,
    lastSuccessAt: null,
    toldUntil: null,
  };
  const changes = decideNews(news, NO_FACTS, { rules, now: NOW });
  const alerted = changes.flatMap((change) => (change.kind === 'match.made' ? [change.match.storyline] : []));
  const mentioned = changes.flatMap((change) => (change.kind === 'mention.made' ? [change.mention.storyline] : []));
  expect([...alerted].sort()).toEqual(['ceasefire-deadline', 'secondary-sanctions', 'witkoff-putin']);
  expect([...mentioned].sort()).toEqual([
    'istanbul-talks',
    'kyiv-31-july',
    'refinery-strikes',
    'us-arms-sales',
    'zaporizhzhia-camp',
  ]);
});
