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

const MALE_NOUN =
	/^(?:man|boy|father|grandfather|son|grandson|brother|husband|uncle|nephew|widower|king|prince|duke|emperor|baron|monk|actor|waiter|gunman|policeman|fireman|businessman|salesman|congressman|chairman|spokesman|fisherman|sportsman|gentleman|bridegroom|boyfriend|stepfather|father-in-law|brother-in-law)$/iu;
const FEMALE_NOUN =
	/^(?:woman|girl|mother|grandmother|daughter|granddaughter|sister|wife|aunt|niece|widow|queen|princess|duchess|empress|baroness|nun|actress|waitress|policewoman|businesswoman|saleswoman|congresswoman|chairwoman|spokeswoman|lady|bride|girlfriend|stepmother|mother-in-law|sister-in-law|heiress|hostess)$/iu;

/** Whether a noun tells of a woman or of a man. */
export function genderOfNoun(noun: string): Gender | undefined {
	if (FEMALE_NOUN.test(noun)) return 'female';
	return MALE_NOUN.test(noun) ? 'male' : undefined;
}
