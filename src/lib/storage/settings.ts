import { DEFAULT_STUDY_SETTINGS, type StudySettings } from '#lib/domain/study/settings.ts';

/** The part of how a person studies that they set themselves; the rest has its default. */
type OwnStudySettings = Pick<
	StudySettings,
	| 'newPerDay'
	| 'reviewsPerDay'
	| 'learnAheadMinutes'
	| 'desiredRetention'
	| 'dayStartHour'
	| 'buttons'
>;

/** What a learner can set, and what the program remembers for them. */
export interface Settings extends OwnStudySettings {
	reviewForm: 'recall' | 'type';
	/** Whether practice shows a question alone before its options. */
	questionFirst: boolean;
	/** Whether single keys (Space, digits, letters, ?) answer, rate and go on. */
	shortcuts: boolean;
	/** Which of a brief's two reading levels is shown. */
	briefLevel: 'plain' | 'full';
	theme: 'system' | 'light' | 'dark';
	textSize: 'normal' | 'large' | 'largest';
	/** Whether the Teach tab is shown. */
	teach: boolean;
	/** Whether pupils' private names are out of sight, for projecting. */
	namesHidden?: boolean;
	/** Whether a Test of a class is open on this device, so that its facts are kept closed. */
	hasTests?: boolean;
	/** Reports were looked at here: what writing them needs is kept for offline use. */
	writes?: boolean;
	/** A report was worked on here: what drafts questions is kept for offline use. */
	drafts?: boolean;
	/** epoch ms of the end of the first run */
	firstRunAt?: number;
	/** Where the first run stands, until it has ended. */
	welcome?: WelcomeProgress;
	/** The bank's edition whose questions were last added as cards. */
	deckEdition?: string;
	/** epoch ms at which persistent storage was asked for */
	persistAskedAt?: number;
	lastBackup?: LastBackup;
}

/** How far the first run has come, so that it goes on where it was left. */
interface WelcomeProgress {
	step: 'try' | 'brief' | 'typed';
	/** Which of the questions is asked, from 0. */
	at: number;
	/** Ids of the questions chosen for it. */
	questions: string[];
}

/** When a backup was last handed over, and how much there was then. */
export interface LastBackup {
	/** epoch ms */
	at: number;
	events: number;
	answers: number;
}

/** What holds until a learner sets something else. */
export const DEFAULT_SETTINGS: Settings = {
	newPerDay: DEFAULT_STUDY_SETTINGS.newPerDay,
	reviewsPerDay: DEFAULT_STUDY_SETTINGS.reviewsPerDay,
	learnAheadMinutes: DEFAULT_STUDY_SETTINGS.learnAheadMinutes,
	desiredRetention: DEFAULT_STUDY_SETTINGS.desiredRetention,
	dayStartHour: DEFAULT_STUDY_SETTINGS.dayStartHour,
	buttons: DEFAULT_STUDY_SETTINGS.buttons,
	reviewForm: 'recall',
	questionFirst: true,
	shortcuts: true,
	briefLevel: 'plain',
	theme: 'system',
	textSize: 'normal',
	teach: false
};

/** All keys of {@link Settings}; a row under any other key is no setting. */
export const SETTING_KEYS: readonly (keyof Settings)[] = [
	...(Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[]),
	'firstRunAt',
	'welcome',
	'deckEdition',
	'persistAskedAt',
	'lastBackup',
	'namesHidden',
	'hasTests',
	'writes',
	'drafts'
];

const LOCAL = [
	'welcome',
	'persistAskedAt',
	'lastBackup',
	'namesHidden',
	'hasTests',
	'writes',
	'drafts'
] as const;

/** A setting that speaks of this device alone. */
export type LocalSetting = (typeof LOCAL)[number];

/** Settings that speak of this device alone: a backup leaves them out. */
export const LOCAL_SETTINGS: readonly string[] = LOCAL;
