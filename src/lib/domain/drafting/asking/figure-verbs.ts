/** What events do to many: "…, killing 12 people". */
const HARMING =
	/^(?:kill|injure|wound|hurt|displace|trap|destroy|damage|affect|strand|bury|infect|sink)$/;

/** Verbs of what gets more or less. */
const CHANGING =
	/^(?:rise|fall|grow|increase|decrease|decline|drop|climb|jump|shrink|surge|plunge|soar|slip|double|dwindle|expand)$/;

/** Whether a verb tells of harm, by its lemma. */
export function isHarming(lemma: string): boolean {
	return HARMING.test(lemma);
}

/** Whether a verb tells of more or less, by its lemma. */
export function isChanging(lemma: string): boolean {
	return CHANGING.test(lemma);
}
