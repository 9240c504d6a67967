import { m } from '#lib/paraglide/messages.js';

/** One line of the data map; each cell is worded where it is shown. */
export interface DataLine {
	what: () => string;
	where: () => string;
	who: () => string;
	long: () => string;
	deleted: () => string;
	ground: () => string;
}

/** What is kept in both ways of working. */
export const ALWAYS_KEPT: readonly DataLine[] = [
	{
		what: m.privacy_map_own,
		where: m.privacy_map_own_where,
		who: m.privacy_map_own_who,
		long: m.privacy_map_own_long,
		deleted: m.privacy_map_own_deleted,
		ground: m.privacy_map_own_ground
	},
	{
		what: m.privacy_map_register,
		where: m.privacy_map_register_where,
		who: m.privacy_map_register_who,
		long: m.privacy_map_register_long,
		deleted: m.privacy_map_register_deleted,
		ground: m.privacy_map_task
	},
	{
		what: m.privacy_map_names,
		where: m.privacy_map_names_where,
		who: m.privacy_map_names_who,
		long: m.privacy_map_names_long,
		deleted: m.privacy_map_names_deleted,
		ground: m.privacy_map_task
	},
	{
		what: m.privacy_map_work,
		where: m.privacy_map_work_where,
		who: m.privacy_map_work_who,
		long: m.privacy_map_work_long,
		deleted: m.privacy_map_work_deleted,
		ground: m.privacy_map_task
	},
	{
		what: m.privacy_map_marks,
		where: m.privacy_map_marks_where,
		who: m.privacy_map_marks_who,
		long: m.privacy_map_codes_long,
		deleted: m.privacy_map_marks_deleted,
		ground: m.privacy_map_task
	},
	{
		what: m.privacy_map_terms,
		where: m.privacy_map_terms_where,
		who: m.privacy_map_terms_who,
		long: m.privacy_map_terms_long,
		deleted: m.privacy_map_register_deleted,
		ground: m.privacy_map_task
	},
	{
		what: m.privacy_map_codes,
		where: m.privacy_map_codes_where,
		who: m.privacy_map_codes_who,
		long: m.privacy_map_codes_long,
		deleted: m.privacy_map_register_deleted,
		ground: m.privacy_map_safety
	}
];

/** What is kept besides where a class server is used. */
export const SERVER_KEPT: readonly DataLine[] = [
	{
		what: m.privacy_map_live,
		where: m.privacy_map_live_where,
		who: m.privacy_map_live_who,
		long: m.privacy_map_live_long,
		deleted: m.privacy_map_live_deleted,
		ground: m.privacy_map_task
	},
	{
		what: m.privacy_map_served,
		where: m.privacy_map_live_where,
		who: m.privacy_map_served_who,
		long: m.privacy_map_live_long,
		deleted: m.privacy_map_served_deleted,
		ground: m.privacy_map_task
	},
	{
		what: m.privacy_map_entry,
		where: m.privacy_map_entry_where,
		who: m.privacy_map_entry_who,
		long: m.privacy_map_entry_long,
		deleted: m.privacy_map_entry_deleted,
		ground: m.privacy_map_safety
	},
	{
		what: m.privacy_map_teachers,
		where: m.privacy_map_teachers_where,
		who: m.privacy_map_teachers_who,
		long: m.privacy_map_teachers_long,
		deleted: m.privacy_map_teachers_deleted,
		ground: m.privacy_map_safety
	},
	{
		what: m.privacy_map_left,
		where: m.privacy_map_live_where,
		who: m.privacy_map_left_who,
		long: m.privacy_map_left_long,
		deleted: m.privacy_map_left_deleted,
		ground: m.privacy_map_task
	},
	{
		what: m.privacy_map_log,
		where: m.privacy_map_log_where,
		who: m.privacy_map_log_who,
		long: m.privacy_map_log_long,
		deleted: m.privacy_map_log_deleted,
		ground: m.privacy_map_safety
	}
];
