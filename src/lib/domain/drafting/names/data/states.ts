import { listed } from './lists.ts';

/** States of federal countries that a question asks for as a state. */
export const STATES = listed(`
Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Hawaii, Idaho, Illinois
Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Montana
Nebraska, Nevada, New Hampshire, New Jersey, New Mexico, North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania
Rhode Island, South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont, Virginia, West Virginia, Wisconsin, Wyoming
New South Wales, Queensland, South Australia, Tasmania, Western Australia
Bavaria, Saxony, Hesse, Kerala, Karnataka, Tamil Nadu, Andhra Pradesh, Uttar Pradesh, Madhya Pradesh, Bihar, West Bengal, Assam
Odisha, Gujarat, Rajasthan, Maharashtra, Goa, Haryana, Jharkhand, Telangana, Chiapas, Sinaloa, Oaxaca, Jalisco, Borno, Sabah, Sarawak
`);
