import { foldKey } from '#lib/text/fold.ts';
import type { KeyName, KeyRival } from './types.ts';

/**
 * Countries and what would pass for a slip of them, or for them with a word too many. Few: the rules
 * for slips and sounds keep all other countries apart, and the tests try every pair.
 */
const ALIKE = [
	'Angola/Anguilla',
	'Australia/Austria',
	'Cuba/Cuiabá',
	'Dominica/Dominican Republic',
	'Georgia/South Georgia',
	'Guinea/Equatorial Guinea/Guinea-Bissau/Papua New Guinea',
	'Guyana/French Guiana',
	'Iceland/Ireland',
	'Kenya/Cayenne',
	'Laos/Lagos',
	'Samoa/American Samoa',
	'Sudan/South Sudan',
	'Togo/Tokyo'
].map((group) => group.split('/').map((name) => ({ name, key: foldKey(name) })));

/** The places that a country is easily taken for, as rivals no bank has to name. */
export function lookAlikes({ name, type, aliases }: KeyName): KeyRival[] {
	if (type !== 'country') return [];
	const own = new Set([name, ...aliases].map(foldKey));
	return ALIKE.filter((group) => group.some(({ key }) => own.has(key)))
		.flatMap((group) => group.filter(({ key }) => !own.has(key)))
		.map((other) => ({
			form: 'name',
			name: { id: `look-alike/${other.key}`, name: other.name, type, aliases: [], partOf: [] }
		}));
}
