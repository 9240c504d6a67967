/** A line at a field: something there is to see to. */
export interface HintLine {
	text: string;
	/** It has to be seen to. */
	isMust: boolean;
	/** What its sign means, for those who do not see it. */
	sign?: string;
}
