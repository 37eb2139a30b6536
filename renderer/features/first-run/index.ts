export { FirstRun } from '@/renderer/features/first-run/first-run';
