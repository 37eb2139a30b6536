/** The door of the notifications feature. */
export { NotificationBell } from '@/renderer/features/notifications/notification-bell';
