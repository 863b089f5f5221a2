/** `/story backtest`: what a storyline takes of what is stored, and what another query would. */
import { trialCard } from '../cards/trial.ts';
import { words } from '../cards/words.ts';
import type { Card } from '../domain/card.ts';
import type { Call, CommandPorts } from '../domain/command.ts';
import { Refusal } from '../domain/refusal.ts';
import { inWords } from './queryInWords.ts';
import { openStorylines, storylineCalled, textOption } from './settings.ts';
import { compiledFor, tried } from './trial.ts';

export async function backtestStory(call: Call, ports: CommandPorts): Promise<Card> {
  const storyline = storylineCalled(textOption(call, 'storyline'), await openStorylines(call, ports));
  const query = textOption(call, 'query');
  const asked = query === '' ? storyline : { ...storyline, query };
  const figures = await tried(asked, query === '' ? null : storyline, ports, call.now);
  if (figures === null) throw new Refusal(words.own.nothingStored);
  const lines = inWords(compiledFor(asked, ports).query, ports.vocabulary().aliases);
  return trialCard({ storyline, query: lines, figures, close: words.own.onlyTried, buttons: [] });
}
