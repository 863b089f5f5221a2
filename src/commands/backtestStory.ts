/** `/story backtest`: what a storyline takes of what is stored, and what another query would. */
import { trialCard, trialText } from '../cards/trial.ts';
import { words } from '../cards/words.ts';
import type { Call, CommandPorts, Reply, TrialPlot } from '../domain/command.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Storyline } from '../domain/storyline.ts';
import { inWords } from './queryInWords.ts';
import { openStorylines, storylineCalled, textOption } from './settings.ts';
import { compiledFor, type Tried, tried } from './trial.ts';

function plotOf({ figures, span, hits, otherHits }: Tried, asked: Storyline, before: Storyline | null): TrialPlot {
  const compared = before && { name: before.query, hits: otherHits };
  return { title: asked.title, query: asked.query, ...span, hits, compared, alt: trialText(figures) };
}

export async function backtestStory(call: Call, ports: CommandPorts): Promise<Reply> {
  const storyline = storylineCalled(textOption(call, 'storyline'), await openStorylines(call, ports));
  const query = textOption(call, 'query');
  const asked = query === '' ? storyline : { ...storyline, query };
  const before = query === '' ? null : storyline;
  const trial = await tried(asked, before, ports, call.now);
  if (trial === null) throw new Refusal(words.own.nothingStored);
  const lines = inWords(compiledFor(asked, ports).query, ports.vocabulary().aliases);
  const { figures } = trial;
  const card = trialCard({ storyline, query: lines, figures, close: words.own.onlyTried, buttons: [] });
  return { card, ephemeral: true, picture: await ports.pictures.trial(plotOf(trial, asked, before)) };
}
