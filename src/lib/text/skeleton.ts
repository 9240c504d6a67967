const PARTICLES = new Set(
	'al el as es ash esh an ar er at ad az ul bin ibn bint ben de del van von'.split(' ')
);
const TITLES = new Set(
	'mr mrs ms miss dr prof professor president pres general gen sir sheikh shaykh secretary minister prime senator ambassador king queen prince princess lord lady imam ayatollah colonel col captain commander chancellor chief'.split(
		' '
	)
);

/** Whether a folded word is a title before a name, as "mr" or "president". */
export function isTitle(word: string): boolean {
	return TITLES.has(word);
}

/** Whether a folded word is a particle inside a name, as "al" or "bin". */
export function isParticle(word: string): boolean {
	return PARTICLES.has(word);
}

function vowelClass(vowels: string): string {
	if (/[ou]/.test(vowels)) return 'u';
	return /[eiy]/.test(vowels) ? 'i' : 'a';
}

/**
 * How a transliterated word sounds, roughly: q, g, gh, kh, c as k; dh, th as d, t; double letters once;
 * vowels in three classes; no h at the end. "Gaddafi" and "Kadhafi" are both `kadafi`.
 */
function sound(word: string): string {
	return word
		.replace(/[kgc]h|ck|[qgc]/g, 'k')
		.replace(/([dt])h/g, '$1')
		.replaceAll('ph', 'f')
		.replaceAll('w', 'v')
		.replace(/(?<=.)[aeiouy]+|^[aeiou]+/g, vowelClass)
		.replace(/(.)\1+/g, '$1')
		.replace(/([aiu])h$/, '$1');
}

/** How a folded word sounds; words that are not Latin only sound like themselves. */
export interface Sound {
	word: string;
	spoken: string;
	/** The consonants, and a first vowel as `a`. */
	skeleton: string;
	vowels: number;
}

/** Takes the sound of a folded word. */
export function soundOf(word: string): Sound {
	if (!/^[a-z]+$/.test(word)) return { word, spoken: '', skeleton: '', vowels: 0 };
	const spoken = sound(word);
	const skeleton = spoken.charAt(0).replace(/[aiu]/, 'a') + spoken.slice(1).replace(/[aiu]/g, '');
	return { word, spoken, skeleton, vowels: spoken.replace(/[^aiu]/g, '').length };
}

/** Whether two words are said alike: their vowels may differ within a class, their consonants in writing. */
export function soundsSame(one: Sound, other: Sound): boolean {
	if (one.word === other.word) return true;
	return one.spoken === other.spoken && one.spoken.length >= 3;
}

function vowelsOf({ spoken }: Sound): string[] {
	return spoken.match(/[aiu]/g) ?? [];
}

/** An e is written for a, i or u, but an a is none of an o or u: Rajoub is not Rajab. */
function areVowelsApart(one: string[], other: string[]): boolean {
	if (one.length !== other.length) return false;
	return one.some((vowel, at) => [vowel, other[at]].sort().join('') === 'au');
}

function lastVowel({ spoken }: Sound): string {
	return /[aiu]$/.exec(spoken)?.[0] ?? '';
}

/**
 * Whether two words may be spellings of one transliterated name: they are said alike, or three or
 * more consonants agree with as many vowels between them (from four consonants on, give or take
 * one), none of them far apart, the last of them the same.
 */
export function soundsAlike(one: Sound, other: Sound): boolean {
	if (soundsSame(one, other)) return true;
	// The last vowel is part of a name's sound: Hamdi is not Hamdo.
	if (lastVowel(one) && lastVowel(other) && lastVowel(one) !== lastVowel(other)) return false;
	const slack = one.skeleton.length > 3 ? 1 : 0;
	return (
		one.skeleton.length >= 3 &&
		one.skeleton === other.skeleton &&
		Math.abs(one.vowels - other.vowels) <= slack &&
		!areVowelsApart(vowelsOf(one), vowelsOf(other))
	);
}
