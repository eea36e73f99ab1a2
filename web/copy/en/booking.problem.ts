import type { bookingProblem as zh } from "../zh/booking.problem.ts";

export const bookingProblem: typeof zh = {
  codes: {
    day_closed: { title: "The hall is closed on this day", next: "Choose another day in the calendar." },
    slot_not_published: {
      title: "There are no places at this time",
      next: "Choose one of the times that are offered.",
    },
    slot_not_open: {
      title: "Booking for this day is not open yet",
      next: "Come back when it opens. Refreshing earlier does not help.",
    },
    turn_not_yet: {
      title: "It is not your turn yet",
      next: "Those who came before the hour are first. Come back at the time above; there is no need to hurry.",
    },
    being_drawn: {
      title: "Lots are being drawn",
      next: "Come back in a few minutes; what is left is then open to everybody.",
    },
    queue_closed: {
      title: "No queue tickets now",
      next: "Tickets are given in the 24 hours before places are given out.",
    },
    draw_changed: { title: "Lots are being drawn", next: "Please look again in a moment." },
    proof_required: {
      title: "Many tries",
      next: "Wait a minute and try again. What is booked stays booked.",
    },
    slot_over: {
      title: "It is too late to book this time",
      next: "Choose a later time, or take a number at the hall.",
    },
    slot_does_not_fit: {
      title: "The counters close before the visit would end",
      next: "Choose an earlier time, or one of the times below, which are long enough.",
    },
    slot_full: {
      title: "This time has just been fully booked",
      next: "Choose one of the nearest free times.",
    },
    already_booked: {
      title: "You already have a booking of this kind",
      next: "Find your booking first. You can move it to another time or cancel it.",
    },
    limit_reached: {
      title: "You have reached the number of bookings allowed",
      next: "Choose another day, or cancel a booking that you do not need.",
    },
    banned: {
      title: "You cannot book online for now",
      next: "Booking is paused after repeated no-shows or cancellations. You can take a number at the hall, and appeal to it.",
    },
    agent_refused: {
      title: "At this hall people book for themselves only",
      next: "Please let the person book who comes, with their own document.",
    },
    token_reused: {
      title: "This page was sent before with other content",
      next: "Look up the booking you have, or start again.",
    },
    booking_not_found: {
      title: "No booking found",
      next: "Check the code and the last four digits of the phone.",
    },
    same_slot: { title: "You already have this time", next: "To move your booking, choose another time." },
    booking_state: {
      title: "This cannot be done with the booking now",
      next: "Refresh to see how it stands.",
    },
    hold_expired: {
      title: "Your place is no longer held",
      next: "Choose a time again. What you have filled in is kept.",
    },
    seat_closed: { title: "This counter is closing", next: "Please choose another time. We are sorry." },
    too_late_to_change: {
      title: "It is too late to move or cancel",
      next: "If you cannot come, call the hall, so that it does not count as a no-show.",
    },
    hall_changed: {
      title: "Somebody else has just changed this hall",
      next: "Refresh, then change it again.",
    },
    hall_not_found: { title: "There is no such hall", next: "Go back to the list of halls." },
    service_not_found: {
      title: "This service is not offered here",
      next: "Go back to the hall and choose another service or place.",
    },
    already_waiting: {
      title: "You are on the waiting list already",
      next: "To wait for other times, leave it first and join again.",
    },
    times_free: { title: "There are free times; you need not wait", next: "Choose one of the times below." },
    too_many_bookings: {
      title: "Too many requests",
      next: "Wait a while and try again. What you have booked stays.",
    },
    waited_often: {
      title: "You cannot join the waiting list of this day again",
      next: "Choose another day, or take a number at the hall.",
    },
    schedule_changed: {
      title: "Somebody else is publishing this day",
      next: "Look at the progress later and then decide.",
    },
    slot_length_published: {
      title: "Days that are published keep their slot length",
      next: "Let the new length begin after the last published day.",
    },
  },
  fields: {
    "hall.required": "Choose a hall",
    "hall.unknown": "There is no such hall. Choose again",
    "place.required": "Choose a place",
    "place.unknown": "There is no such place. Choose again",
    "service.required": "Choose what you come for",
    "service.unknown": "This hall does not offer the service. Choose again",
    "service.not_here": "This place does not offer the service. Choose another place",
    "service.not_offered": "The service is not offered on this day. Choose another day",
    "service.too_many": "One booking takes up to 5 services",
    "party.invalid": "Enter how many people come",
    "party.too_many": "That is more people than the service takes",
    "day.required": "Choose a day",
    "day.invalid": "This is not a day. Choose again",
    "month.invalid": "This is not a month. Choose again",
    "time.required": "Choose a time",
    "time.invalid": "This is not a time. Choose again",
    "time.too_late": "There is not enough time left. Choose an earlier time",
    "id.invalid": "Choose from the list",
  },
};
