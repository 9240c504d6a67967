import { PEOPLE_PLURALS, PERSON_NOUNS } from './data/person-nouns.ts';
import { wordsOf } from './data/lists.ts';

/** Endings that make a word for a person of another word. */
const PERSON_ENDING =
	/(?:.{2}(?:ologist|ographer|ometrist|icist|alist|onist|urist|orist|ivist|amist|etist|ianist|ellist|anist)|.{3}ician|.{3}tarian|(?:state|spokes|crafts|sports|service|horse|country|clergy|police|fire|fisher|business|congress|chair|gun|camera|noble|towns|tribes|lay|crew)(?:man|men|woman|women)|[a-z]{3}-?(?:keeper|holder|goer|dweller|owner|seeker|worker|maker|fighter|player|leader|runner|trainer|winner|teacher|farmer|lover))$/u;
/** Things that end like people. */
const NO_PERSON = wordsOf(
	'pacemaker noisemaker haymaker placeholder candleholder penholder cupholder jet-fighter cd-player record-player dvd-player media-player multiplayer singleplayer'
);

const singularOf = (key: string) =>
	key
		.replace(/men$/u, 'man')
		.replace(/ies$/u, 'y')
		.replace(/(?<=ss|sh|ch|x)es$/u, '')
		.replace(/(?<!s)s$/u, '');

/** Whether a noun in lower case, singular or plural, tells of people: "mercenaries", "zoologist", "homeowners". */
export function isPersonWord(key: string): boolean {
	if (PERSON_NOUNS.has(key) || PEOPLE_PLURALS.has(key) || /-in-laws?$/u.test(key)) return true;
	const singular = singularOf(key);
	if (NO_PERSON.has(singular)) return false;
	return PERSON_NOUNS.has(singular) || PERSON_ENDING.test(singular);
}
