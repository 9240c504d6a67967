import { FEMALE_NAMES } from './data/female-names.ts';
import { FIRST_NAMES } from './data/first-names.ts';

/** What a name tells of who bears it. */
export type Gender = 'female' | 'male';

const MALE_TITLE =
	/\b(?:mr\.?|sir|lord|king|prince|father|brother|congressman|chairman|duke|baron|sultan|emir|imam|pope)\s/iu;
const FEMALE_TITLE =
	/\b(?:mrs\.?|ms\.?|miss|lady|dame|queen|princess|sister|congresswoman|chairwoman|duchess|baroness)\s/iu;

/** Whether a name with its titles is a woman's or a man's, where its words tell. */
export function genderOf(written: string, full: string): Gender | undefined {
	if (FEMALE_TITLE.test(written)) return 'female';
	if (MALE_TITLE.test(written)) return 'male';
	const [given = '', more] = full.toLowerCase().split(' ');
	if (more === undefined || !FIRST_NAMES.has(given)) return undefined;
	return FEMALE_NAMES.has(given) ? 'female' : 'male';
}
