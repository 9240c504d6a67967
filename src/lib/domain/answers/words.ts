/** Words around an answer that say nothing: "it was Russia", "to the south". */
const CARRIERS = new Set(
	'the a an of in on at to by for and it its they their them he his him she her that this these those there was were is are been be has had have did i think believe guess answer called named who which what some with because as would will could should may might can'.split(
		' '
	)
);

/** Words that turn an answer round. */
const NEGATIONS = new Set(
	'not no never neither nor without except but isnt wasnt werent arent dont didnt cannot'.split(' ')
);

/** Words of which one must not pass for the other: of two sides of a list, save on its own side. */
const OPPOSITES = [
	'north/south/east/west',
	'million/billion/trillion/thousand/hundred/dozen',
	'increase grow grew rise rose/decrease shrink shrank fall fell',
	'win won victory gain retake recapture/lose lost loss defeat',
	'succeed succeeded success worked/fail failure collapse',
	'first/second/third/fourth/fifth/last final',
	'more many/less fewer few',
	'whole all entire/half',
	'better best stronger strong/worse worst weaker weak',
	'major big large/minor small little',
	'high higher/low lower',
	'long longer/short shorter',
	'easy easily/hard difficult',
	'useful/futile useless pointless',
	'same similar equal/different unequal',
	'before/after/during',
	'start begin began/end stop finish',
	'open reopen/close shut',
	'advance/retreat',
	'attack/defend',
	'inside in within/outside',
	'near close beside next by at/far',
	'up/down',
	'left/right',
	'ground land/air sky/sea naval',
	'support/oppose',
	'allow permit/ban bar forbid',
	'accept/refuse reject',
	'pro/anti',
	'government regime/opposition rebel',
	'military/civilian',
	'men man/women woman/children child',
	'old/new',
	'lasting permanent/temporary'
].map(sidesOf);

/** The side of each stem of a list. */
function sidesOf(list: string): Map<string, number> {
	const sides = list.split('/').map((side) => side.split(' ').map(stem));
	return new Map(sides.flatMap((side, at) => side.map((word): [string, number] => [word, at])));
}

/** Whether a folded word carries no meaning around an answer. */
export function isCarrier(word: string): boolean {
	return CARRIERS.has(word);
}

/** Whether a folded word turns an answer round. */
export function isNegation(word: string): boolean {
	return NEGATIONS.has(word);
}

/**
 * A folded word without its ending: "bombing", "bombs" and "bombed" are one, "southern" is "south".
 * Rough on purpose; only compared with itself.
 */
export function stem(word: string): string {
	const side = /^(north|south|east|west)(?:erly|ern|ernmost|wards?)$/.exec(word)?.[1];
	if (side) return side;
	if (word.length < 4) return word;
	const bare = word
		.replace(/ies$/, 'y')
		.replace(/([^s])s$/, '$1')
		.replace(/(..[a-z])(?:ing|ed)$/, '$1')
		.replace(/e$/, '');
	return bare.replace(/([^aeiouls\d])\1$/, '$1');
}

/** The words of a folded text that carry its meaning, stemmed; all of them where none does. */
export function contentStems(words: string[]): string[] {
	const carrying = words.filter((word) => !isCarrier(word));
	return (carrying.length > 0 ? carrying : words).map(stem);
}

/** Whether two words are of one closed list and on other sides of it: north and south, stronger and weaker. */
export function areOpposite(one: string, other: string): boolean {
	const [left, right] = [stem(one), stem(other)];
	if (left === right) return false;
	const isListed = OPPOSITES.some((sides) => {
		const [here, there] = [sides.get(left), sides.get(right)];
		return here !== undefined && there !== undefined && here !== there;
	});
	return isListed || isNegated(left, right) || isNegated(right, left);
}

function isNegated(word: string, of: string): boolean {
	return ['un', 'in', 'im', 'il', 'ir', 'dis', 'non', 'anti'].some(
		(prefix) => word === prefix + of
	);
}
