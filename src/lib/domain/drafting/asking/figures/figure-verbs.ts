/** What events do to many: "…, killing 12 people". */
const HARMING =
	/^(?:kill|injure|wound|hurt|displace|trap|destroy|damage|affect|strand|bury|infect|sink)$/;

/** Verbs of what gets more or less. */
const CHANGING =
	/^(?:rise|fall|grow|increase|decrease|decline|drop|climb|jump|shrink|surge|plunge|soar|slip|double|dwindle|expand)$/;

/** Verbs of making something more or less. */
const CAUSING = /^(?:reduce|raise|cut|lower|lift|increase|decrease|expand|extend)$/;

/** Whether a verb tells of somebody who makes something more or less, by its lemma. */
export function isCausing(lemma: string): boolean {
	return CAUSING.test(lemma);
}

/** Whether a verb tells of harm, by its lemma. */
export function isHarming(lemma: string): boolean {
	return HARMING.test(lemma);
}

/** Whether a verb tells of more or less, by its lemma. */
export function isChanging(lemma: string): boolean {
	return CHANGING.test(lemma);
}
