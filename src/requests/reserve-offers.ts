import {
  CloseAssistanceRequestRequest,
  OrderAssistanceRequest,
  PayAssistanceRequest,
  RecordAssistanceReturnRequest,
  RecordAttorneyFeeRequest,
  RecordConsumerPriceIndexRequest,
  RecordReserveDepositRequest,
  RequestAssistanceRequest,
} from './reserve-requests.ts';

/** The commands about the Victims Reserve, each with its summary and its request. */
export const reserveOffers = {
  RecordReserveDeposit: ['Record that money came in for the Reserve.', RecordReserveDepositRequest],
  RequestAssistance: ['Record that a victim asks for defined monetary assistance.', RequestAssistanceRequest],
  OrderAssistance: [
    'Record that a court ordered defined monetary assistance for a victim.',
    OrderAssistanceRequest,
  ],
  PayAssistance: ['Pay assistance from the Reserve, in full and in its turn.', PayAssistanceRequest],
  RecordAssistanceReturn: ['Record that a payment of assistance came back.', RecordAssistanceReturnRequest],
  RecordAttorneyFee: [
    'Record what an attorney charged for a request for assistance.',
    RecordAttorneyFeeRequest,
  ],
  CloseAssistanceRequest: [
    'Record that a request for assistance came to an end without payment.',
    CloseAssistanceRequestRequest,
  ],
  RecordConsumerPriceIndex: [
    'Record a figure of the Consumer Price Index, as published.',
    RecordConsumerPriceIndexRequest,
  ],
} as const;
