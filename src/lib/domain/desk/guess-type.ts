import type { NameType } from '#lib/bank/types.ts';

const list = (words: string) => new RegExp(`\\b(?:${words.replaceAll(' ', '|')})\\b`, 'u');

/** Words by which a name tells its type, the first that fits. */
const TELLING: [NameType, RegExp][] = [
	[
		'organisation',
		list(
			'Army Navy Forces Ministry Council Agency Committee Party University College Institute Society Foundation Bank Union Nations Organisation Organization Department Office Court Parliament Congress Senate Company Corporation Association Group Commission Police Authority Service Times Post Telegraph Guardian Helmets Observatory Fund Programme Program Team Club Network News'
		)
	],
	[
		'landmark',
		list(
			'Mosque Church Cathedral Temple Bridge Hospital Square Airport Airbase Castle Citadel Palace Tower Museum Station River Lake Mount Mountain Street Road Camp Gate Park Stadium Harbour Port Dam'
		)
	],
	[
		'district',
		list('District Quarter Neighbourhood Neighborhood Province Suburb Region County City Town')
	],
	['work', list('Treaty Agreement Accord Act Declaration Report Resolution Convention Charter')]
];

/** Unnamed people whom reports quote. */
const ROLE =
	/\b(?:diplomats?|residents?|activists?|doctors?|medics?|workers?|officials?|spokes(?:man|woman|person|people)|ministers?|presidents?|teachers?|analysts?|witness(?:es)?|experts?|sources?|mayors?|commanders?|generals?|lawyers?|nurses?|farmers?|neighbou?rs?|survivors?|journalists?|reporters?|scientists?|researchers?|leaders?|secretary|director|envoys?|ambassadors?|observers?|critics?|villagers?|volunteers?)\b/iu;

/** Unnamed bodies. */
const GROUP =
	/\b(?:forces|troops|rebels|soldiers|militias?|government|opposition|army|police|fighters|authorities|protesters|insurgents)\b/iu;

const TITLE =
	/(?:\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Lady|President|Secretary|Minister|General|Colonel|Captain|Judge|Senator|Pope|King|Queen|Prince|Princess)\.? )$/u;

/** A word of place before a phrase: "in ", "south of the ". */
export const PLACE_BEFORE =
	/\b(?:in|at|near|from|into|inside|outside|around|across|towards?|through|outskirts of|(?:north|south|east|west) of|city of|town of|village of)\s+(?:the\s+)?["'“‘]?$/iu;

const JOINERS =
	/^(?:of|the|and|for|de|del|della|di|da|van|von|der|den|bin|ibn|al|el|abu|la|le|du|y|e|a)$/u;

/** Whether every word of a phrase is written large, but for the little ones between them. */
export function isNameLike(phrase: string): boolean {
	const parts = phrase.split(/[\s-]+/u).filter(Boolean);
	return (
		parts.length > 0 &&
		parts.length <= 8 &&
		/^\p{Lu}/u.test(parts.at(-1) ?? '') &&
		parts.every((part) => JOINERS.test(part) || /^["'“‘(]?\p{Lu}/u.test(part))
	);
}

/** Whether a phrase without large letters is of people whom reports quote: "a western diplomat", "residents". */
export function roleOrGroup(phrase: string): NameType | undefined {
	if (phrase.split(/\s+/u).length > 6) return undefined;
	if (ROLE.test(phrase)) return 'role';
	return GROUP.test(phrase) ? 'group' : undefined;
}

/** The likeliest type of a name that nobody has entered yet; `before` is what stands before it. */
export function guessType(phrase: string, before: string): NameType {
	const told = TELLING.find(([, words]) => words.test(phrase))?.[0];
	if (told) return told;
	if (TITLE.test(before) || TITLE.test(`${phrase.split(' ')[0]} `)) return 'person';
	if (/^\p{Lu}{2,6}$/u.test(phrase)) return 'organisation';
	return PLACE_BEFORE.test(before) ? 'city' : 'person';
}
