/** Words around an answer that say nothing: "it was Russia", "to the south". */
const CARRIERS = new Set(
	'the a an of in on at to by for and it its they their them he his him she her that this these those there was were is are been be has had have did i think believe guess answer called named who which what some with because as'.split(
		' '
	)
);

/** Words that turn an answer round. */
const NEGATIONS = new Set(
	'not no never neither nor without except but isnt wasnt werent arent dont didnt cannot'.split(' ')
);

/** Words of which one must not pass for the other. */
const OPPOSITES = [
	'north south east west',
	'million billion trillion thousand hundred dozen',
	'increase decrease',
	'rise fall rose fell',
	'first second third fourth fifth last',
	'more less fewer',
	'before after during',
	'win lose won lost',
	'inside outside',
	'government opposition rebel',
	'pro anti',
	'left right',
	'up down',
	'men women children',
	'start end begin'
].map((group) => new Set(group.split(' ')));

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

/** Whether two words are of one closed list and not the same: north and south, million and billion. */
export function areOpposite(one: string, other: string): boolean {
	const [left, right] = [stem(one), stem(other)];
	if (left === right) return false;
	const isIn = (group: Set<string>, word: string, stemmed: string) =>
		group.has(word) || group.has(stemmed);
	return (
		OPPOSITES.some((group) => isIn(group, one, left) && isIn(group, other, right)) ||
		isNegated(left, right) ||
		isNegated(right, left)
	);
}

function isNegated(word: string, of: string): boolean {
	return ['un', 'in', 'im', 'il', 'ir', 'dis', 'non', 'anti'].some(
		(prefix) => word === prefix + of
	);
}
