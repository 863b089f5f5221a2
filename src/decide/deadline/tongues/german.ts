/** German. */
import { id } from '../../../domain/ids.ts';
import type { Zone } from '../../../domain/time.ts';
import type { Words } from './words.ts';

const BERLIN = id<Zone>('Europe/Berlin');

export const GERMAN: Words = {
  language: 'de',
  times: {
    months: [
      'januar|jänner|jan\\.',
      'februar|feber|feb\\.',
      'märz|mrz\\.',
      'april|apr\\.',
      'mai',
      'juni|jun\\.',
      'juli|jul\\.',
      'august|aug\\.',
      'september|sept?\\.',
      'oktober|okt\\.',
      'november|nov\\.',
      'dezember|dez\\.',
    ],
    weekdays: ['sonntag', 'montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag|sonnabend'].map(
      (day) => `(?:${day})(?:s|morgens?|vormittag|mittags?|nachmittag|abends?|nacht)?`,
    ),
    afterDay: '\\.',
    afterYear: '',
    figureDot: '\\.\\s?',
    beforeMonth: 'bis|im|ab|seit|anfang|für',
    weeks: [
      ['(?:kommende|diese)[nmrs]?', 'this'],
      ['(?:vergangene|letzte|vorige)[nmrs]?', 'last'],
      ['nächste[nmrs]? woche', 'next'],
    ],
    near: [
      ['übermorgen', 2],
      ['heute(?: abend| nacht| mittag)?', 0],
      ['morgen(?! (?:früh )?(?:des|vor))(?: abend| früh| mittag)?', 1],
      ['gestern', -1],
    ],
    numbers: [
      ['ein(?:e[nmrs]?)?', 1],
      ['zwei', 2],
      ['drei', 3],
      ['vier', 4],
      ['fünf', 5],
      ['sechs', 6],
      ['sieben', 7],
      ['acht', 8],
      ['neun', 9],
      ['zehn', 10],
      ['elf', 11],
      ['zwölf', 12],
      ['vierzehn', 14],
      ['fünfzehn', 15],
      ['zwanzig', 20],
      ['einundzwanzig', 21],
      ['dreißig', 30],
      ['fünfzig', 50],
      ['sechzig', 60],
      ['neunzig', 90],
    ],
    or: 'oder|bis',
    units: [
      ['stunden?', ['hour', 1]],
      ['tage?n?', ['day', 1]],
      ['wochen?', ['week', 1]],
      ['monate?[ns]?', ['month', 1]],
      ['jahre?n?', ['month', 12]],
    ],
    adjectives: [
      ['-?stündig\\w*|-stunden', 'hour'],
      ['-?tägig\\w*|-tage', 'day'],
      ['-?wöchig\\w*|-wochen', 'week'],
      ['-?monatig\\w*|-monats', 'month'],
    ],
    fromToday: 'ab heute|von heute an|von jetzt an|ab sofort',
    after: 'ab|nach|seit|von',
    parts: [
      ['ende', 'end'],
      ['anfang', 'early'],
      ['mitte', 'mid'],
    ],
    periods: [
      ['(?:zum )?monatsende|ende (?:des|dieses) monats', 'month'],
      ['(?:zum )?jahresende|ende (?:des|dieses) jahres', 'year'],
      ['wochenende|ende (?:der|dieser) woche', 'week'],
    ],
    clocks: ['(?<hour>\\d{1,2})(?:[:.](?<minute>[0-5]\\d))?\\s*uhr(?: (?<evening>abends))?'],
    noon: 'mittags|12 uhr mittags',
    midnight: 'mitternacht',
    zones: [
      ['mes?z|(?:berliner|deutscher) zeit', BERLIN],
      ['(?:washingtoner|new yorker) zeit|us-ostküstenzeit|ostküstenzeit', id<Zone>('America/New_York')],
      ['moskauer zeit', id<Zone>('Europe/Moscow')],
      ['kiewer zeit|kyjiwer zeit', id<Zone>('Europe/Kyiv')],
    ],
    glue: 'um|am|an|den|dem|des|der|gegen|zum|in|punkt',
  },
  classes: {
    term: '\\w*frist(?:en)?|ultimat(?:um|en|ums)|deadlines?|stichtag\\w*|schlusstermin|fälligkeit\\w*|ablaufdatum|einsendeschluss',
    lead: 'am|zum|zur|den|dem|der|des|spätestens|einschließlich|mindestens|längstens|etwa|rund|noch|nur|schon|bereits|an|um|in|vor|nun|nächste[nmrs]?|kommende[nmrs]?|auf',
    until: 'bis',
    latest: 'spätestens|bis spätestens|nicht später als|längstens bis',
    by: 'bis|vor',
    within: 'binnen|innerhalb(?: von)?|in den nächsten|in den kommenden|in weniger als|in',
    from: 'ab|von|vom|seit dem|mit wirkung zum|mit wirkung vom',
    on: 'am|an|zum|um|im|vom|mit',
    to: 'auf|bis|zum',
    bound:
      'zeit|müss\\w+|muss|soll\\w*|ha(?:t|ben|tte\\w*)|gilt|gelten|gültig|befrist\\w+|frist\\w*|ultimat\\w+|pause|\\w*waffenruhe|feuerpause|waffenstillstand|ausnahme\\w*|lizenz\\w*|genehmig\\w+|erlaub\\w+|dürf\\w+|darf|könn\\w+|kann|läuft|laufen|lauf|bleib\\w+|räum\\w+|verlass\\w+|abz\\w+|abgezogen|antwort\\w*|reagier\\w+|zustimm\\w+|einig\\w+|unterz\\w+|vorleg\\w+|umsetz\\w+|zahl\\w+|verlang\\w+|forder\\w+|aufgefordert|aufforder\\w*|droh\\w+|sanktion\\w*|zoll|zölle\\w*|\\w*zölle|strafzoll\\w*|verbot\\w*|embargo|mandat\\w*|moratorium|schonfrist|übergang\\w*|sollte\\w*|andernfalls|sonst|beendet werden|einreich\\w+|melden|anmeld\\w+|vertrag\\w*|abkommen|regel\\w*|maßnahme\\w*|schutz\\w*|duldung|visum|visa|streik\\w*|haushalt\\w*|angebot\\w*|gesperrt|geschlossen|sperr\\w+|ausgesetzt|verpflicht\\w+|erwart\\w+|will|wollen|verkauf\\w*|freilass\\w+|freil\\w+|übergeb\\w+|niederleg\\w+',
    grant:
      'ha(?:t|ben|tte\\w*)|bleib(?:t|en)|gibt|geben|gab(?:en)?|gegeben|räum\\w+|eingeräumt|gewähr\\w*|erhält|erhalten|bekomm\\w+|setz\\w+|gesetzt|stell\\w+|lässt|lassen',
    ends: 'läuft|laufen|ende[nt]|endet|erlischt|erlöschen|verfällt|verfallen|ausläuft|auslaufen|abläuft|ablaufen|schließt|schließen|fällig|außer kraft|vorbei|zu ende|aufgehoben',
    ended:
      'abgelaufen|ausgelaufen|verstrichen|verstrich|erloschen|erlosch|verfallen|endete[nt]?|ablief|auslief|lief(?:en)?|zu ende gegangen|ging zu ende',
    begins:
      'tritt|treten|in kraft|wirksam|greif(?:t|en)|gelten|gilt|beginn(?:t|en)|start(?:et|en)|fällig|erhoben|verhängt|eingeführt|steigen|steigt',
    extends:
      'verlänger\\w+|verschob\\w*|verschieb\\w+|vertag\\w+|aufgeschoben|aufschub|hinausgeschoben|hinauszög\\w+|ausgeweitet|ausgedehnt|ausgesetzt|zurückgestellt|aussetz\\w+',
    shortens: 'verkürz\\w+|vorgezogen|vorverleg\\w+|vorzieh\\w+|zieht',
    pause:
      '\\w*frist|ultimat\\w+|\\w*waffenruhe|feuerpause|waffenstillstand|pause|aufschub|moratorium|ausnahme\\w*|aussetzung|verlängerung|waffenpause',
    except:
      'festivals?|ausstellung\\w*|museum|konzert\\w*|saison|spiele?n?|turnier|urlaub\\w*|ferien|baustelle\\w*|regen|schnee|gewitter|temperatur\\w*|wetter\\w*|grad|prozess(?:e|es)?|prozent|gipfel\\w*|reise\\w*|besuch\\w*|film\\w*|trainer|verein|fußball|liga|messe|wahl(?:en)?|urteil|angeklagt\\w*|premiere|gebor\\w+|jubiläum',
  },
  fates: {
    told: [
      [
        'zurückgenommen|zurückgezogen|aufgehoben|gestrichen|widerruf\\w+|abgesagt|absagt|sagt\\b[^.;]{0,40}\\bab|fallen ?gelassen|gestoppt|außer kraft gesetzt|hinfällig|verworfen|gekippt|kippt|nimmt\\b[^.;]{0,60}\\bzurück|zieht\\b[^.;]{0,60}\\bzurück|(?:hebt|hob(?:en)?|heben)\\b[^.;]{0,60}\\bauf\\b|(?:lässt|ließ(?:en)?|lassen)\\b[^.;]{0,60}\\bfallen|(?:zog(?:en)?|ziehen|nahm(?:en)?|nehmen)\\b[^.;]{0,60}\\bzurück|sagte[n]?\\b[^.;]{0,40}\\bab\\b|strich(?:en)?|vom tisch|verzichte\\w+ auf',
        'lifted',
      ],
      [
        'fristgerecht|rechtzeitig|pünktlich|eingehalten|nachgekommen|vor ablauf|in letzter minute|erfüllt\\w*(?= (?:forderung|auflage|bedingung))|(?:forderung|auflage|bedingung)\\w*\\b[^.;]{0,40}\\berfüllt',
        'met',
      ],
      [
        'verläng\\w+|verschieb\\w+|verschob\\w*|vertag\\w+|hinausgeschoben|aufgeschoben|aufschub|vorgezogen|verkürzt?\\w*|mehr zeit|ausgeweitet|späteren? termin|statt (?:wie|am|zum|bis)',
        'moved',
      ],
      [
        'verstrichen|verstreichen lassen|abgelaufen|ausgelaufen|verstrich|verstreicht|(?:lief|läuft)\\b[^.;]{0,60}\\b(?:ohne|ergebnislos|ungenutzt)|lief(?:en)?\\b[^.;]{0,60}\\b(?:ab|aus)\\b|erloschen|ungenutzt|ignorier\\w+|missachte\\w+|ist vorbei|in kraft getreten|trat(?:en)?\\b[^.;]{0,60}\\bin kraft|gilt seit|gelten seit|endete\\b',
        'passed',
      ],
      [
        '\\w*frist(?:en)?|ultimat\\w+|deadline\\w*|stichtag\\w*|mehr zeit|bis zum|spätestens|läuft ab|tritt\\b[^.;]{0,60}\\bin kraft|treten\\b[^.;]{0,60}\\bin kraft|aussteh\\w+|geduld|zeit drängt|uhr tickt',
        'pending',
      ],
    ],
    supposed:
      'soll(?:en|te|ten)?|könnte\\w*|würde\\w*|forder\\w+|verlang\\w+|bitte[nt]|will|wollen|wollte\\w*|möglich\\w*|droh\\w+|falls|wenn|ob|nicht|nie|kein\\w*|hoff\\w+|erwäg\\w+|prüf\\w+|ablehn\\w+|lehn\\w+|ohne|noch',
  },
  bindings: {
    gives:
      'gibt|gab|stellt|stellte|setzt|setzte|fordert|forderte|droht|drohte|räumt|räumte|gewährt|gewährte|verlangt|verlangte',
    to: 'von|an|für',
    has: 'hat|hatte|habe|muss|müsse|soll|solle|bleiben|verbleiben',
    left: '(?:bleiben|verbleiben) (?<name>\\p{Lu}[\\p{L}-]+)',
  },
};
