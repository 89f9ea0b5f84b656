import type { WorkCalendar } from '../../src/pipeline.ts';

/** When a department works as long as nobody says otherwise: ten hours a day, Monday to Friday, no holidays. */
export const officeHours: WorkCalendar = {
  timeZone: 'UTC',
  hours: {
    mon: [['08:00', '18:00']],
    tue: [['08:00', '18:00']],
    wed: [['08:00', '18:00']],
    thu: [['08:00', '18:00']],
    fri: [['08:00', '18:00']],
  },
  holidays: [],
};
