/** Deadlines in the other languages of the catalogue; sentences of our own, read on Wednesday 4 March 2026. */
import { describe, expect, it } from 'vitest';
import { cueKind } from '../../../src/decide/deadline/kinds.ts';
import { FRENCH } from '../../../src/decide/deadline/tongues/french.ts';
import { GERMAN } from '../../../src/decide/deadline/tongues/german.ts';
import { RUSSIAN } from '../../../src/decide/deadline/tongues/russian.ts';
import { TONGUE_CUES } from '../../../src/decide/deadline/tongues/tongue.ts';
import { UKRAINIAN } from '../../../src/decide/deadline/tongues/ukrainian.ts';
import { at, zone } from '../../fakes/nouns.ts';
import { readWhole } from '../../fakes/readings.ts';

const KYIV = zone('Europe/Kyiv');

function read(text: string) {
  return readWhole(text, {
    published: at('2026-03-04T16:00Z'),
    outletZone: KYIV,
    issuerZone: KYIV,
    official: false,
  });
}

describe('German', () => {
  it.each([
    ['Die Frist für die Antwort läuft am Freitag ab.', '2026-03-06', 'pending'],
    ['Moskau hat bis zum 20. März Zeit, die Truppen abzuziehen.', '2026-03-20', 'pending'],
    ['Das Ultimatum der EU endet am 15. März um Mitternacht.', '2026-03-15', 'pending'],
    ['Bis spätestens 31. März müssen die Verträge gekündigt werden.', '2026-03-31', 'pending'],
    ['Die neuen Zölle treten am 12. März in Kraft.', '2026-03-12', 'pending'],
    ['Ab dem 1. April gelten die Sanktionen auch für Reedereien.', '2026-04-01', 'pending'],
    ['Trump gibt Teheran zehn Tage Zeit, um auf den Vorschlag zu antworten.', '2026-03-14', 'pending'],
    ['Die Minister sollen binnen drei Wochen einen Plan vorlegen.', '2026-03-25', 'pending'],
    ['Der Rat hat die Sanktionen bis zum 15. September verlängert.', '2026-09-15', 'moved'],
    ['Die Frist wurde um zwei Wochen auf den 20. März verschoben.', '2026-03-20', 'moved'],
    ['Das Ultimatum ist am Montag verstrichen, ohne dass Minsk reagierte.', '2026-03-02', 'passed'],
    ['Die Lizenz lief am 28. Februar aus.', '2026-02-28', 'passed'],
    ['Washington nimmt das Ultimatum zurück: bis Freitag muss niemand unterschreiben.', '2026-03-06', 'lifted'],
    ['Die Bank zahlte fristgerecht vor dem 2. März.', '2026-03-02', 'met'],
    ['Das Mandat der Truppe endet Ende April.', '2026-04-30', 'pending'],
    ['Wenn bis Sonntag keine Einigung steht, wird gestreikt.', '2026-03-08', 'pending'],
    ['Die Waffenruhe gilt für 72 Stunden.', '2026-03-07', 'pending'],
    ['Bewohner müssen das Viertel bis 18 Uhr am Donnerstag verlassen.', '2026-03-05', 'pending'],
    ['Ein 48-stündiges Ultimatum stellte der General den Rebellen.', '2026-03-06', 'pending'],
    ['Die Ausnahmegenehmigung für Rosneft Deutschland wurde bis zum 29. Oktober verlängert.', '2026-10-29', 'moved'],
    ['Mit Wirkung zum 1. Mai werden die Einfuhren verboten.', '2026-05-01', 'pending'],
    ['Die Regierung zog das Verbot zurück, das ab dem 1. April gelten sollte.', '2026-04-01', 'lifted'],
    ['Trump verschiebt Zölle auf EU-Waren auf den 9. Juli.', '2026-07-09', 'moved'],
  ])('%s', (text, latest, status) => {
    const { deadlines, status: told } = read(text);
    expect([deadlines[0]?.window.latest, told]).toEqual([latest, status]);
  });
});

describe('French', () => {
  it.each([
    ['L’ultimatum expire vendredi.', '2026-03-06', 'pending'],
    ['Téhéran a jusqu’au 20 mars pour répondre aux Européens.', '2026-03-20', 'pending'],
    ['Les entreprises doivent solder leurs contrats d’ici le 31 mars.', '2026-03-31', 'pending'],
    ['Les nouveaux droits de douane entrent en vigueur le 12 mars.', '2026-03-12', 'pending'],
    ['La trêve a été prolongée jusqu’au 15 avril.', '2026-04-15', 'moved'],
    ['Paris donne dix jours à Alger pour répondre.', '2026-03-14', 'pending'],
    ['La date limite, fixée au 27 mars à minuit, approche.', '2026-03-27', 'pending'],
    ['À partir du 1er avril, les exportations de diesel seront interdites.', '2026-04-01', 'pending'],
    ['Le délai a expiré lundi sans réponse de Minsk.', '2026-03-02', 'passed'],
    ['L’armée doit quitter la ville au plus tard samedi.', '2026-03-07', 'pending'],
    ['Le gouvernement doit présenter son plan sous quinze jours.', '2026-03-19', 'pending'],
    ['Le mandat de la mission prend fin le 30 avril.', '2026-04-30', 'pending'],
    ['La licence court jusqu’à la fin du mois.', '2026-03-31', 'pending'],
    ['Washington a retiré son ultimatum, qui courait jusqu’à vendredi.', '2026-03-06', 'lifted'],
    ['La dérogation accordée au serbe NIS expire le 27 mars.', '2026-03-27', 'pending'],
    ['Sans accord avant le 31 mars, l’État sera en défaut de paiement.', '2026-03-31', 'pending'],
    ['Bruxelles a repoussé au 1er juillet l’entrée en vigueur de la taxe.', '2026-07-01', 'moved'],
    ['L’ordre d’évacuation, valable jusqu’à dimanche, a été levé.', '2026-03-08', 'lifted'],
  ])('%s', (text, latest, status) => {
    const { deadlines, status: told } = read(text);
    expect([deadlines[0]?.window.latest, told]).toEqual([latest, status]);
  });
});

describe('Russian', () => {
  it.each([
    ['Ультиматум истекает в пятницу.', '2026-03-06', 'pending'],
    ['Москва должна вывести войска до 20 марта.', '2026-03-20', 'pending'],
    ['Срок действия лицензии заканчивается 29 апреля.', '2026-04-29', 'pending'],
    ['Новые пошлины вступят в силу 12 марта.', '2026-03-12', 'pending'],
    ['С 1 апреля запрещается экспорт бензина.', '2026-04-01', 'pending'],
    ['Совет ЕС продлил санкции до 15 сентября.', '2026-09-15', 'moved'],
    ['Трамп дал Тегерану десять дней на ответ.', '2026-03-14', 'pending'],
    ['Жители должны покинуть район в течение 48 часов.', '2026-03-06', 'pending'],
    ['Документы необходимо подать не позднее 27 марта.', '2026-03-27', 'pending'],
    ['Перемирие действует до полуночи 15 марта.', '2026-03-15', 'pending'],
    ['Срок ультиматума истёк 2 марта, ответа не последовало.', '2026-03-02', 'passed'],
    ['Запрет на экспорт продлится до конца апреля.', '2026-04-30', 'pending'],
    ['К 1 июля компании обязаны продать активы.', '2026-07-01', 'pending'],
    ['Вашингтон отменил пошлины, которые должны были вступить в силу 9 марта.', '2026-03-09', 'lifted'],
    ['Мораторий на экспорт зерна введён с 15 марта по 30 июня.', '2026-06-30', 'pending'],
    ['ЕС перенёс введение тарифов на 1 мая.', '2026-05-01', 'moved'],
    ['Премьер отозвал указ о запрете, который должен был действовать с 20 марта.', '2026-03-20', 'lifted'],
    ['Крайний срок подачи заявок — 20 марта.', '2026-03-20', 'pending'],
  ])('%s', (text, latest, status) => {
    const { deadlines, status: told } = read(text);
    expect([deadlines[0]?.window.latest, told]).toEqual([latest, status]);
  });
});

describe('Ukrainian', () => {
  it.each([
    ['Ультиматум спливає у п’ятницю.', '2026-03-06', 'pending'],
    ['Москва має вивести війська до 20 березня.', '2026-03-20', 'pending'],
    ['Дія ліцензії закінчується 29 квітня.', '2026-04-29', 'pending'],
    ['Нові мита набудуть чинності 12 березня.', '2026-03-12', 'pending'],
    ['Рада ЄС продовжила санкції до 15 вересня.', '2026-09-15', 'moved'],
    ['Трамп дав Тегерану десять днів на відповідь.', '2026-03-14', 'pending'],
    ['Мешканці мусять залишити район протягом 48 годин.', '2026-03-06', 'pending'],
    ['Документи слід подати не пізніше 27 березня.', '2026-03-27', 'pending'],
    ['Термін ультиматуму минув 2 березня, відповіді не було.', '2026-03-02', 'passed'],
    ['З 1 квітня заборонено експорт бензину.', '2026-04-01', 'pending'],
    ['Перемир’я діє до кінця місяця.', '2026-03-31', 'pending'],
    ['Верховна Рада подовжила воєнний стан до 4 травня.', '2026-05-04', 'moved'],
    ['Кабмін скасував обмеження, які мали діяти з 9 березня.', '2026-03-09', 'lifted'],
    ['Росія має до п’ятниці погодитися на перемир’я.', '2026-03-06', 'pending'],
    ['Мандат місії завершується 31 березня.', '2026-03-31', 'pending'],
    ['Уряд скасував комендантську годину, що мала діяти до неділі.', '2026-03-08', 'lifted'],
    ['З наступного понеділка набувають чинності нові санкції.', '2026-03-09', 'pending'],
  ])('%s', (text, latest, status) => {
    const { deadlines, status: told } = read(text);
    expect([deadlines[0]?.window.latest, told]).toEqual([latest, status]);
  });
});

describe('what is no deadline in any of them', () => {
  it.each([
    'Das Museum zeigt die Ausstellung bis zum 30. Juni.',
    'Am Freitag treffen sich die Minister in Genf.',
    'Vor zehn Tagen hatte ein Erdbeben die Stadt getroffen.',
    'Bis Dienstag starben 40 Menschen bei den Überschwemmungen.',
    'Der Angeklagte muss für sechs Jahre ins Gefängnis.',
    'Der Zug kam erst am Montag an.',
    'Regen bis Donnerstag, dann wird es wärmer.',
    'Seit dem 24. Februar 2022 führt Russland Krieg gegen die Ukraine.',
    'Le sommet se tiendra le 15 mars à Bruxelles.',
    'Le festival dure jusqu’au 30 juin.',
    'Trois soldats ont été tués lundi dans une attaque.',
    'Il a été condamné à dix ans de prison.',
    'Le 5 avril 1949, le traité fut signé.',
    'La pluie tombera jusqu’à vendredi.',
    'В пятницу в Женеве пройдут переговоры.',
    'Выставка открыта до 30 июня.',
    'Десять дней назад ракета попала в склад.',
    'В понедельник погибли три человека.',
    '24 февраля 2022 года Россия вторглась в Украину.',
    'Суд приговорил его к шести годам колонии.',
    'До вторника дожди не прекратятся, говорят синоптики.',
    'Президент прибудет в Анкару в четверг с двухдневным визитом.',
    'У п’ятницю в Женеві відбудуться переговори.',
    'Виставка триватиме до 30 червня.',
    'У понеділок загинули троє людей.',
    'Десять днів тому ракета влучила у склад.',
    '24 лютого 2022 року Росія вторглася в Україну.',
    'Президент прибуде до Анкари в четвер.',
  ])('%s', (text) => {
    expect(read(text).deadlines).toEqual([]);
  });
});

describe('clock times and zones', () => {
  it.each([
    ['Die Lizenz läuft am 29. April um 0:01 Uhr Washingtoner Zeit ab.', '2026-04-29T04:01:00.000Z'],
    ['L’ultimatum expire vendredi à 18 h, heure de Paris.', '2026-03-06T17:00:00.000Z'],
    ['Ультиматум истекает в пятницу в 18:00 по московскому времени.', '2026-03-06T15:00:00.000Z'],
    ['Ультиматум спливає у п’ятницю о 18:00 за київським часом.', '2026-03-06T16:00:00.000Z'],
  ])('%s', (text, instant) => {
    expect(read(text).deadlines[0]?.window.instant).toBe(instant);
  });
});

describe('the table of a language', () => {
  it.each([GERMAN, FRENCH, RUSSIAN, UKRAINIAN])('$language knows every month and weekday', ({ times }) => {
    expect([times.months.length, times.weekdays.length]).toEqual([12, 7]);
  });

  it('has cues of a known kind', () => {
    expect(TONGUE_CUES.map(({ name }) => cueKind(name))).toEqual(TONGUE_CUES.map(({ kind }) => kind));
  });
});

describe('a headline of few small words', () => {
  it.each([
    ['I think in two weeks, we’ll know.', 'know_within'],
    ['Die Frist endet Freitag.', 'tongue_expires'],
    ['Срок лицензии истекает 29 апреля.', 'tongue_expires'],
    ['Термін ліцензії спливає 29 квітня.', 'tongue_expires'],
  ])('is read in its own language: %s', (text, cue) => {
    expect(read(text).deadlines[0]?.cue).toBe(cue);
  });
});

describe('who binds whom', () => {
  it.each([
    ['Трамп дал Москве десять дней на ответ.', 'Трамп', 'Москве'],
    ['У Москвы осталось десять дней, чтобы ответить.', null, 'Москвы'],
    ['Москва должна ответить до пятницы.', null, 'Москва'],
    ['Он дал им десять дней на ответ.', null, null],
    ['Трамп дав Росії 10 днів на відповідь.', 'Трамп', 'Росії'],
    ['Київ має відповісти до п’ятниці.', null, 'Київ'],
    ['Trump gibt Moskau für die Antwort zehn Tage Zeit.', 'Trump', 'Moskau'],
    ['Teheran muss die Frist bis zum 20. März einhalten.', null, 'Teheran'],
    ['Die Bewohner müssen das Viertel bis zum 20. März verlassen.', null, null],
    ['Trump donne à la Russie dix jours pour répondre.', 'Trump', 'Russie'],
    ['Téhéran doit répondre avant le 20 mars.', null, 'Téhéran'],
    ['Elle doit répondre avant le 20 mars.', null, null],
  ])('%s', (text, issuer, target) => {
    const [reading] = read(text).deadlines;
    expect([reading?.issuer, reading?.target]).toEqual([issuer, target]);
  });
});

describe('a deadline taken back', () => {
  it.each([
    ['Вашингтон отозвал ультиматум Москве.', 1],
    ['Ультиматум Москве отозван.', 1],
    ['США не отозвали ультиматум.', 0],
    ['Москва требует, чтобы США отозвали ультиматум.', 0],
    ['Кабмин отменил рейсы, срок ремонта не назван.', 0],
    ['Білий дім скасував ультиматум Росії.', 1],
    ['Росія вимагає скасувати ультиматум.', 0],
    ['Washington hat das Ultimatum an Moskau zurückgezogen.', 1],
    ['Berlin könnte das Ultimatum zurückziehen.', 0],
    ['Washington retire son ultimatum à Moscou.', 1],
    ['La Maison-Blanche pourrait retirer son ultimatum.', 0],
  ])('%s', (text, times) => {
    const { mentions } = read(text);
    expect(mentions.map(({ change, about }) => [change, about])).toEqual(
      Array.from({ length: times }, () => ['withdrawn', 'deadline']),
    );
  });

  it('is quoted with where it stands', () => {
    const [mention] = read('Ночью стало тихо. Вашингтон отозвал ультиматум Москве.').mentions;
    expect(mention).toMatchObject({ cue: 'tongue_withdrawn', span: [18, 54] });
  });
});
