import { endpoint } from '#lib/server/endpoint.ts';
import { signOutTeacher } from '#lib/server/teachers/teacher-session.ts';

export const POST = endpoint({}, signOutTeacher);
