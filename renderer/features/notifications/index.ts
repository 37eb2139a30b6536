/** The door of the notifications feature. */
export {
  NotificationBell,
  openNotifications,
} from '@/renderer/features/notifications/notification-bell';
