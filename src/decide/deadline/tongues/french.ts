/** French. */
import { id } from '../../../domain/ids.ts';
import type { Zone } from '../../../domain/time.ts';
import type { Words } from './words.ts';

export const FRENCH: Words = {
  language: 'fr',
  times: {
    months: [
      'janvier|janv\\.',
      'février|févr?\\.',
      'mars',
      'avril|avr\\.',
      'mai',
      'juin',
      'juillet|juil\\.',
      'août|aout',
      'septembre|sept\\.',
      'octobre|oct\\.',
      'novembre|nov\\.',
      'décembre|déc\\.',
    ],
    weekdays: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'].map(
      (day) => `${day}(?: (?:matin|midi|après-midi|soir))?`,
    ),
    afterDay: '(?:er)?',
    afterYear: '',
    figureDot: '[./]',
    beforeMonth: "jusqu['’]en|jusqu['’]à|en|d['’]ici|avant|de|dès|pour",
    weeks: [
      ['prochaine?|ce', 'this'],
      ['dernier|passé', 'last'],
      ['de la semaine prochaine', 'next'],
    ],
    near: [
      ['après-demain', 2],
      ["aujourd['’]hui|ce soir|ce (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) même", 0],
      ['demain(?: (?:matin|midi|soir))?', 1],
      ['hier', -1],
    ],
    numbers: [
      ['une?', 1],
      ['deux', 2],
      ['trois', 3],
      ['quatre', 4],
      ['cinq', 5],
      ['six', 6],
      ['sept', 7],
      ['huit', 8],
      ['neuf', 9],
      ['dix', 10],
      ['onze', 11],
      ['douze', 12],
      ['quinze', 15],
      ['vingt', 20],
      ['vingt(?: et |-et-)un', 21],
      ['trente', 30],
      ['quarante-huit', 48],
      ['cinquante', 50],
      ['soixante', 60],
      ['soixante-douze', 72],
      ['quatre-vingt-dix', 90],
    ],
    or: 'ou|à',
    units: [
      ['heures?', ['hour', 1]],
      ['jours?', ['day', 1]],
      ['semaines?', ['week', 1]],
      ['mois', ['month', 1]],
      ['ans?|années?', ['month', 12]],
    ],
    adjectives: [],
    fromToday: "à compter d['’]aujourd['’]hui|à partir d['’]aujourd['’]hui|à partir de maintenant",
    after: 'après|à compter de|à compter du|à partir de|à partir du|depuis|suivant',
    parts: [
      ['(?:la )?fin(?: de| d)?', 'end'],
      ['(?:le )?début(?: de| d)?', 'early'],
      ['(?:la )?mi', 'mid'],
    ],
    periods: [
      ['(?:la )?fin du mois|fin de ce mois', 'month'],
      ["(?:la )?fin de l['’]année|fin de cette année", 'year'],
      ['(?:la )?fin de (?:la|cette) semaine|(?:ce|le) week-end', 'week'],
    ],
    clocks: ['(?<hour>\\d{1,2})\\s?(?:h|heures?|:)\\s?(?<minute>[0-5]\\d)?(?! (?:pour|après|avant|plus))'],
    noon: 'midi',
    midnight: 'minuit',
    zones: [
      ['heure de paris|heure française', id<Zone>('Europe/Paris')],
      ['heure de bruxelles', id<Zone>('Europe/Brussels')],
      ['gmt|utc|heure de greenwich', id<Zone>('UTC')],
      ["heure de washington|heure de new york|heure de l['’]est|heure de la côte est", id<Zone>('America/New_York')],
      ['heure de moscou', id<Zone>('Europe/Moscow')],
    ],
    glue: "à|au|le|la|de|du|des|d['’]|vers",
  },
  classes: {
    term: "ultimatums?|date limite|délais?|échéances?|date butoir|heure limite|terme|sursis|expiration|date d['’]expiration|deadline",
    lead: "au|à|le|la|les|du|de|d['’]|ce|plus tard|environ|quelque|seulement|encore|minimum|moins|dès|en|pour|prochain|fixée?|d['’]ici|avant",
    until: "jusqu['’](?:au|à|en|à la|aux)?",
    latest: "au plus tard|pas plus tard que|dernier délai|d['’]ici(?: au| à| le| la)?",
    by: "d['’]ici|avant|pour",
    within: "sous|dans les?|dans un délai de|d['’]ici|en moins de|en|dans|avant",
    from: 'à partir|à compter|dès|depuis',
    on: 'le|au|à|ce|du|en|dès',
    to: "au|à|jusqu['’]au",
    bound:
      'a|ont|avai\\w+|aur\\w+|doi(?:t|vent)|devr\\w+|devai\\w+|peu(?:t|vent)|pourr\\w+|faut|somm\\w+|exig\\w+|ordonn\\w+|demand\\w+|réclam\\w+|menac\\w+|sinon|faute|si|trêve|cessez-le-feu|pause|moratoire|dérogation|licence|exemption|autoris\\w+|permis|sanctions?|droits de douane|taxes?|interdiction|embargo|mandat|accord|traité|pacte|prolong\\w+|suspen\\w+|valable|vigueur|offre|régime|mesures?|couvre-feu|grève|visas?|répondre|réponse|retir\\w+|quitter|libér\\w+|évacu\\w+|rendre|remettre|payer|signer|ratifier|appliqu\\w+|reste\\w*|laiss\\w+|donn\\w+|délai|ultimatum|échéance|fermée?s?|gel\\w*|obligation|attend\\w*',
    grant:
      'a|ont|avai\\w+|aur\\w+|donn\\w+|accord\\w+|laiss\\w+|reste\\w*|octroy\\w+|obt\\w+|fix\\w+|dispos\\w+|somm\\w+|ordonn\\w+|impos\\w+|exig\\w+',
    ends: "expir(?:e|ent|era|eront|ait|er)|prend(?:ra|ront)? fin|prennent fin|échoi\\w+|se termine\\w*|arriv\\w+ à (?:expiration|échéance|terme)|cess(?:e|ent|era|eront)|s[’']achèv\\w+|s[’']achev\\w+|touche à sa fin|finit|finissent|caduque?s?|clô\\w+|ferm(?:e|ent|era)",
    ended:
      "a expiré|ont expiré|expirait|expirée?s?|a pris fin|ont pris fin|s[’']est (?:achevée?|terminée?)|est (?:passée?|écoulée?|dépassée?|échue?)|écoulée?s?|est arrivée? à (?:expiration|échéance|terme)|a cessé",
    begins:
      "entr(?:e|ent|era|eront|er|ait|erait) en (?:vigueur|application)|entrée en vigueur|prend(?:ra|ront)? effet|prennent effet|s[’']appliqu\\w+|appliqu\\w+|débute\\w*|commenc\\w+|démarr\\w+|en vigueur|rétabli\\w*|impos\\w+|interdite?s?",
    extends:
      'prolong\\w+|report\\w+|repouss\\w+|recul\\w+|proro\\w+|reconduit\\w*|reconduction|renouvel\\w+|retard\\w+|différ\\w+|sursis|ajourn\\w+|étend\\w*',
    shortens: 'avanc\\w+|raccourci\\w*|rédui\\w+|ramen\\w+|écourt\\w+',
    pause:
      'ultimatum|trêve|cessez-le-feu|pause|moratoire|délai|sursis|suspension|dérogation|licence|exemption|prolongation|préavis|échéance|répit',
    except:
      'festival|exposition|musée|concert|saison|match|matchs|tournoi|vacances|chantier|pluie|neige|orages?|températures?|météo|degrés|procès|sommet|visite|voyage|film|entraîneur|club|football|ligue|salon|élections?|scrutin|premier tour|prison|condamn\\w+|anniversaire|ans de prison|pour cent|croissance',
  },
  fates: {
    told: [
      [
        "retir(?:e|é|ée|ent|és)\\b|abandonn\\w+|annul\\w+|lèv(?:e|ent)\\b|(?:est|sont|a|ont|été) levée?s?\\b|suspend(?:u\\w*|ent)?\\b(?! (?:jusqu|pour))|renonc\\w+|abrog\\w+|révoqu\\w+|n['’]est plus|ne s['’]appliqu\\w+ (?:pas|plus)|caduque?|enterr\\w+|plus d['’](?:actualité|échéance)",
        'lifted',
      ],
      [
        "dans les (?:temps|délais)|à temps|respect\\w+|in extremis|obtempér\\w+|conform(?:é|ée|és|e|ent)\\b|avant l['’](?:expiration|échéance)|avant la fin du délai|satisf\\w+",
        'met',
      ],
      [
        'prolong\\w+|report(?:e|é|ée|és|ent|er)\\b|repouss\\w+|prorog\\w+|reconduit\\w*|renouvel\\w+|avanc(?:e|é|ée|és|ent)\\b|raccourci\\w*|délai supplémentaire|plus de temps|au lieu du|sursis|ajourn\\w+',
        'moved',
      ],
      [
        "a expiré|ont expiré|expirée?s?\\b|a pris fin|écoulée?s?|est passée?|dépassée?|ignor\\w+|sans réponse|est entrée?s? en vigueur|sont entrée?s en vigueur|n['’]a pas (?:répondu|été respecté\\w*)|échu\\w*|lettre morte",
        'passed',
      ],
      [
        "ultimatum|délai|échéance|date limite|date butoir|sursis|d['’]ici|jusqu['’]|au plus tard|entr\\w+ en vigueur|patience|compte à rebours",
        'pending',
      ],
    ],
    supposed:
      "pourrai\\w+|devrai\\w+|voudrai\\w+|demand\\w+|réclam\\w+|souhait\\w+|veu(?:t|lent)|vouloir|propos\\w+|envisag\\w+|espèr\\w+|appel\\w+ à|si|menac\\w+|refus\\w+|exclu\\w*|n['’]|ne|pas|sans|aucune?|possible|exig\\w+|doi(?:t|vent)|rejet\\w+|avant de",
  },
  bindings: {
    gives:
      'donn(?:e|é|ait)|accord(?:e|é|ait)|laiss(?:e|é|ait)|fix(?:e|é|ait)|somm(?:e|é|ait)|ordonn(?:e|é|ait)|exig(?:e|é)|menac(?:e|é)|impos(?:e|é)|a (?:donné|accordé|laissé|fixé|sommé|ordonné|exigé|menacé|imposé)',
    to: "à|au|aux|à la|à l['’]|la|le|l['’]|de|de la|de l['’]",
    has: "a jusqu|a encore|n['’]a plus|doit|devra|dispose|disposera",
    left: "(?:reste|laisse) (?:à (?:la |l['’])?|au )(?<name>\\p{Lu}[\\p{L}-]+)",
  },
};
