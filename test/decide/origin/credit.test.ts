import { describe, expect, it } from 'vitest';
import { attributionReader, type Words } from '../../../src/decide/origin/credit.ts';
import type { Attribution } from '../../../src/domain/origin.ts';
import { aSource, press } from '../../fakes/nouns.ts';
import { shipped } from '../../fakes/shippedStorylines.ts';

const read = attributionReader(shipped.outlets);

/** `credited Reuters`, `quoted Axios`, `agencies`, `own`. */
function told(attribution: Attribution): string {
  if (attribution.kind === 'credited') return `credited ${attribution.to.name}`;
  return attribution.kind === 'quoted' ? `quoted ${attribution.primary.name}` : attribution.kind;
}

const SKERRY = press('skerry', 'Skerry News');

function originOf(words: Partial<Words>): string {
  return told(read({ title: 'A headline of the day', lede: '', body: '', source: SKERRY, ...words }));
}

describe('the opening of a report', () => {
  it.each([
    ['WASHINGTON (Reuters) - The president named a date.', 'credited Reuters'],
    ['KYIV, Aug 6 (Xinhua) -- Rescue workers found two more bodies.', 'credited Xinhua'],
    ['Kyiv, Ukraine (AP) — Rescuers searched the rubble.', 'credited Associated Press'],
    ['MOSCOW, August 6. /TASS/. The envoy arrived at the airport.', 'credited TASS'],
    ['Moskau/Kiew (AFP/dpa) – Die Frist läuft am Freitag ab.', 'credited Agence France-Presse'],
    ['Berlin (dpa) - Die Bundesregierung begrüßt die Frist.', 'credited dpa'],
    ['Die Frist läuft am Freitag ab. (dpa)', 'credited dpa'],
    ['Das Ultimatum gilt weiter, sagte der Sprecher. jk/dpa', 'credited dpa'],
    ['Der Präsident verschob die Frist, mit Material von dpa.', 'credited dpa'],
    ['Le président a fixé une date. (avec AFP)', 'credited Agence France-Presse'],
    ['Le délai expire vendredi. Le Courrier avec Reuters', 'credited Reuters'],
    ['МОСКВА, 6 авг - /ТАСС/. Спецпосланник прибыл.', 'credited TASS'],
    ['По материалам РИА Новости: срок перенесён.', 'credited RIA Novosti'],
    ['Срок перенесён на пятницу. — AFP', 'credited Agence France-Presse'],
    ['Термін перенесено, за матеріалами Укрінформу', 'credited Ukrinform'],
    ['The truce holds, officials said. Reuters contributed to this report.', 'credited Reuters'],
    ['Additional reporting by the Associated Press.', 'credited Associated Press'],
    ['© 2025 AFP', 'credited Agence France-Presse'],
    ['The truce holds. With agencies', 'agencies'],
    ['Skerry staff and agencies report from the border.', 'agencies'],
    ['Die Frist läuft ab. (mit Agenturen)', 'agencies'],
    ['Le délai expire vendredi, avec agences', 'agencies'],
    ['The move follows reporting by Reuters.', 'quoted Reuters'],
    ['He would wait, he said in an interview with Bloomberg.', 'quoted Bloomberg'],
    ['Reuters reported that the envoy would travel on Monday.', 'quoted Reuters'],
    ['The envoy will travel on Monday, according to Axios.', 'quoted Axios'],
    ['The president told the Financial Times he would wait.', 'quoted Financial Times'],
    ['The list is ready, as first reported by Bloomberg.', 'quoted Bloomberg'],
    ['The envoy travels on Monday, citing Bloomberg.', 'quoted Bloomberg'],
    ['The envoy travels, state news agency TASS reported.', 'quoted TASS'],
    ['The toll rose, according to Russian state news agency TASS.', 'quoted TASS'],
    ['“We wait until Friday,” Reuters said.', 'quoted Reuters'],
    ['Documents seen by Reuters name the banks.', 'quoted Reuters'],
    ['In an interview with the Wall Street Journal he named a date.', 'quoted The Wall Street Journal'],
    ['Das berichtet die Nachrichtenagentur Reuters.', 'quoted Reuters'],
    ['Laut „Bild“ soll die Frist fallen.', 'quoted Bild'],
    ['Der Minister sagte der dpa, die Frist gelte.', 'quoted dpa'],
    ['Le délai tombe vendredi, selon l’agence Reuters.', 'quoted Reuters'],
    ['« Nous attendons », a déclaré le ministre à l’AFP.', 'quoted Agence France-Presse'],
    ['Спецпосланник прибыл в Москву, сообщает ТАСС.', 'quoted TASS'],
    ['Об этом передаёт Укринформ со ссылкой на министра.', 'quoted Ukrinform'],
    ['Срок истекает, пишет Reuters.', 'quoted Reuters'],
    ['Источник: РИА Новости', 'quoted RIA Novosti'],
    ['Срок изменят, заявил министр агентству «Интерфакс».', 'quoted Interfax'],
    ['Министр рассказал «Интерфаксу» о сроке.', 'quoted Interfax'],
    ['Про це повідомляє Укрінформ.', 'quoted Ukrinform'],
    ['Термін сплив, пише Bloomberg з посиланням на джерела.', 'quoted Bloomberg'],
    ['Джерело: Українська правда', 'quoted Ukrainska Pravda'],
  ])('%s -> %s', (lede, expected) => {
    expect(originOf({ lede })).toBe(expected);
  });

  it.each([
    'The president told reporters he would wait.',
    'The minister told the council that the date stands.',
    'According to the Treasury, the licence ends on Friday.',
    'A Reuters photographer was hurt in the strike.',
    'The Associated Press (AP) opened an office in Kyiv.',
    'Ex-leader Khan of the Pakistan Tehreek-e-Insaf (PTI) party met lawyers.',
    'The BBC said it would appeal against the fine.',
    'The Kremlin denied Reuters reports about the envoy.',
    '© AP Photo/Anna Example The president spoke.',
    'A woman looks at the damage. REUTERS/Anna Example',
    'He sued the New York Times for libel.',
    'Cooperation with agencies of the UN goes on.',
    'The agencies of the state must answer by Friday.',
    'Der Bote brachte ein Bild nach Berlin.',
    'The deal was signed in Apia by APEC members.',
    'Un journaliste de l’AFP a vu les soldats.',
    'Министр сообщил журналистам о сроке.',
    'Речник повідомив про це журналістам.',
    'New York Times Square was closed after the march.',
    'They watched CNN in the hotel.',
  ])('%s -> own', (lede) => {
    expect(originOf({ lede })).toBe('own');
  });
});

describe('a title', () => {
  it.each([
    ['Axios: envoy to travel to Moscow on Monday', 'quoted Axios'],
    ['Envoy to travel to Moscow on Monday – Bloomberg', 'quoted Bloomberg'],
    ['Trump to shorten deadline, Reuters reports', 'quoted Reuters'],
    ['Россия не изменит срок - ТАСС', 'quoted TASS'],
    ['Fox News host leaves after twenty years', 'own'],
    ['BBC chief faces questions', 'own'],
  ])('%s -> %s', (title, expected) => {
    expect(originOf({ title })).toBe(expected);
  });
});

describe('a body', () => {
  const padding = 'A sentence of background that says nothing new. '.repeat(30);

  it.each([
    ['opens with a dateline', `KYIV (Reuters) - The date stands. ${padding}`, 'credited Reuters'],
    ['closes with a credit', `${padding}Reuters contributed to this report.`, 'credited Reuters'],
    ['quotes an outlet in passing', `${padding}Reuters reported last month that talks failed. ${padding}`, 'own'],
    ['closes with a quote of another', `${padding}Talks failed, according to Axios.`, 'own'],
  ])('that %s', (_, body, expected) => {
    expect(originOf({ body })).toBe(expected);
  });
});

it('is its own when it credits its own house', () => {
  const source = aSource({ name: 'RT', group: 'russian-state', label: 'state-controlled' });
  expect(originOf({ lede: 'MOSCOW, August 6. /TASS/. The envoy arrived.', source })).toBe('own');
});

it('is its own when a state speaks, whatever it quotes', () => {
  const source = aSource({ name: 'The White House', group: 'us-government', label: 'official' });
  expect(originOf({ lede: 'As reported by Reuters, the order is signed.', source })).toBe('own');
});

it('prefers whom the text is credited to over whom it quotes', () => {
  const lede = 'KYIV (AFP) - The envoy travels on Monday, according to Axios.';
  expect(originOf({ lede })).toBe('credited Agence France-Presse');
});
