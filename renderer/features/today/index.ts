/** The door of the day: what is worth doing now. */
export { TodayScreen } from '@/renderer/features/today/today-screen';
