/**
 * What the protocol of KurrentDB says, from the generated files of its client. These are CommonJS modules whose names Node
 * does not find by reading them, so they are named here.
 */
import gossipServices from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_grpc_pb.js';
import gossipMessages from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_pb.js';
import serverfeaturesServices from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_grpc_pb.js';
import serverfeaturesMessages from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb.js';
import sharedMessages from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import statusMessages from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/status_pb.js';
import streamsServices from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb.js';
import streamsMessages from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import v2ErrorsMessages from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v2/streams/errors_pb.js';
import v2StreamsServices from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v2/streams/streams_grpc_pb.js';
import v2StreamsMessages from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v2/streams/streams_pb.js';

export const { GossipService } = gossipServices;
export const { ClusterInfo, EndPoint, MemberInfo } = gossipMessages;
export const { ServerFeaturesService } = serverfeaturesServices;
export const { SupportedMethod, SupportedMethods } = serverfeaturesMessages;
export const { AllStreamPosition, MaximumAppendSizeExceeded, StreamIdentifier, UUID, WrongExpectedVersion } =
  sharedMessages;
export const { Status } = statusMessages;
export const { StreamsService } = streamsServices;
export const { AppendReq, AppendResp, BatchAppendReq, BatchAppendResp, ReadReq, ReadResp } = streamsMessages;
export const {
  AppendConsistencyViolationErrorDetails,
  AppendRecordSizeExceededErrorDetails,
  ConsistencyViolation,
  StreamRevisionConflictErrorDetails,
} = v2ErrorsMessages;
export const { StreamsServiceService } = v2StreamsServices;
export const {
  AppendRecord,
  AppendRecordsRequest,
  AppendRecordsResponse,
  AppendRequest,
  AppendResponse,
  AppendSessionResponse,
  SchemaFormat,
  StreamRevision,
} = v2StreamsMessages;
