import { phrase } from './phrase';

/** What services write while all is well. */
export const work = {
  arrived: phrase(
    ['{line} from {client}', 'Received {line}, client {client}', 'Request {line} accepted from {client}'],
    ['收到请求 {line}，来源 {client}', '来自 {client} 的请求 {line}', '接受 {client} 的请求：{line}'],
  ),
  tokenGood: phrase(
    [
      'Token {token} is valid for customer {customer}',
      'Customer {customer} authenticated by {token}',
      'Accepted {token} of customer {customer}',
    ],
    [
      '客户 {customer} 的令牌 {token} 有效',
      '令牌 {token} 验证通过，客户 {customer}',
      '客户 {customer} 通过令牌 {token} 认证',
    ],
  ),
  routed: phrase(
    ['Forwarding to {peer}:{port}', 'Route chosen: {peer} on port {port}', 'Calling {peer}:{port}'],
    ['转发至 {peer}:{port}', '选定路由：{peer}，端口 {port}', '调用 {peer}:{port}'],
  ),
  answered: phrase(
    [
      '{line} answered {status} in {elapsed} ms',
      'Answered {status} to {line} after {elapsed} ms',
      'Done with {line}: status {status}, {elapsed} ms',
    ],
    [
      '{line} 返回 {status}，耗时 {elapsed} 毫秒',
      '已应答 {line}：状态 {status}，用时 {elapsed} 毫秒',
      '请求 {line} 完成，状态码 {status}，共 {elapsed} 毫秒',
    ],
  ),
  passwordGood: phrase(
    [
      'Password accepted for customer {customer}',
      'Customer {customer} gave the right password',
      'Credentials of customer {customer} verified',
    ],
    ['客户 {customer} 密码验证通过', '客户 {customer} 的密码正确', '已核实客户 {customer} 的凭据'],
  ),
  passwordWrong: phrase(
    [
      'Password not accepted for customer {customer}, try {quantity} of 5',
      'Customer {customer} mistyped the password, attempt {quantity}',
    ],
    [
      '客户 {customer} 密码不正确，第 {quantity} 次，共 5 次',
      '客户 {customer} 输错密码，第 {quantity} 次尝试',
    ],
  ),
  tokenIssued: phrase(
    ['Token {token} issued for 3600 s', 'Issued {token}, good for 60 min', 'New token {token} written'],
    ['已签发令牌 {token}，有效期 3600 秒', '签发 {token}，60 分钟内有效', '新令牌 {token} 已写入'],
  ),
  databaseRead: phrase(
    [
      'Read {count} rows from {database} in {took} ms',
      'Query on {database} returned {count} rows after {took} ms',
      '{database}: {count} rows in {took} ms',
    ],
    [
      '从 {database} 读取 {count} 行，耗时 {took} 毫秒',
      '{database} 查询返回 {count} 行，用时 {took} 毫秒',
      '{database}：{count} 行，{took} 毫秒',
    ],
  ),
  databaseWritten: phrase(
    [
      'Transaction committed to {database} in {took} ms',
      'Committed {items} changes to {database}',
      '{database}: commit took {took} ms',
    ],
    [
      '事务已提交到 {database}，耗时 {took} 毫秒',
      '已向 {database} 提交 {items} 项更改',
      '{database}：提交用时 {took} 毫秒',
    ],
  ),
  orderReceived: phrase(
    [
      'Order {order} received: {items} items, {amount} EUR',
      'New order {order} over {amount} EUR with {items} items',
      'Order {order} opened, {items} items for {amount} EUR',
    ],
    [
      '收到订单 {order}：{items} 件，{amount} 元',
      '新订单 {order}，金额 {amount} 元，共 {items} 件',
      '订单 {order} 已创建，{items} 件，合计 {amount} 元',
    ],
  ),
  orderConfirmed: phrase(
    ['Order {order} confirmed', 'Order {order} is complete', 'Confirmed order {order} to the customer'],
    ['订单 {order} 已确认', '订单 {order} 已完成', '已向客户确认订单 {order}'],
  ),
  orderRead: phrase(
    [
      'Order {order} read with {items} items',
      'Found order {order}, {items} items',
      'Order {order}: {items} items, {amount} EUR',
    ],
    [
      '读取订单 {order}，共 {items} 件',
      '找到订单 {order}，{items} 件',
      '订单 {order}：{items} 件，{amount} 元',
    ],
  ),
  returnOpened: phrase(
    [
      'Return of {quantity} items opened for order {order}',
      'Order {order}: customer sends {quantity} items back',
    ],
    ['订单 {order} 申请退货 {quantity} 件', '订单 {order}：客户退回 {quantity} 件'],
  ),
  reserved: phrase(
    [
      'Reserved {items} items for order {order} at warehouse {warehouse}',
      '{items} items set aside for order {order}, warehouse {warehouse}',
      'Warehouse {warehouse} keeps {items} items for order {order}',
    ],
    [
      '已为订单 {order} 在 {warehouse} 号仓预留 {items} 件',
      '{warehouse} 号仓为订单 {order} 备货 {items} 件',
      '订单 {order} 预留 {items} 件，仓库 {warehouse}',
    ],
  ),
  stockRead: phrase(
    [
      'Product {sku}: {count} in stock at warehouse {warehouse}',
      'Stock of {sku} at warehouse {warehouse} is {count}',
      '{count} of {sku} left at warehouse {warehouse}',
    ],
    [
      '商品 {sku} 在 {warehouse} 号仓库存 {count} 件',
      '{warehouse} 号仓 {sku} 的库存为 {count}',
      '{sku} 在 {warehouse} 号仓剩余 {count} 件',
    ],
  ),
  charging: phrase(
    [
      'Asking acquirer for {amount} EUR, order {order}',
      'Charging {amount} EUR for order {order}',
      'Payment of {amount} EUR requested, order {order}',
    ],
    [
      '向收单行请求收款 {amount} 元，订单 {order}',
      '订单 {order} 开始扣款 {amount} 元',
      '发起付款 {amount} 元，订单 {order}',
    ],
  ),
  paid: phrase(
    [
      'Payment {payment} accepted for order {order}',
      'Order {order} paid by {payment}',
      'Acquirer approved {payment} for order {order}',
    ],
    [
      '订单 {order} 支付 {payment} 成功',
      '订单 {order} 已由 {payment} 支付',
      '收单行批准 {payment}，订单 {order}',
    ],
  ),
  cardDeclined: phrase(
    [
      'Card declined for order {order}, customer may choose another',
      'Acquirer declined the card of order {order}',
    ],
    ['订单 {order} 银行卡被拒，客户可换卡', '收单行拒绝了订单 {order} 的银行卡'],
  ),
  refunded: phrase(
    [
      'Refund of {amount} EUR booked for order {order}',
      'Order {order}: {amount} EUR go back to the customer',
    ],
    ['订单 {order} 退款 {amount} 元已入账', '订单 {order}：{amount} 元退还客户'],
  ),
  cartRead: phrase(
    ['Read {cart} with {items} items', '{cart} holds {items} items', 'Loaded {cart}, {items} items'],
    ['读取 {cart}，共 {items} 件', '{cart} 中有 {items} 件商品', '已加载 {cart}，{items} 件'],
  ),
  cartChanged: phrase(
    [
      'Added {quantity} of {sku} to {cart}',
      '{cart}: {quantity} more of {sku}',
      'Put {sku} into {cart}, {quantity} pieces',
    ],
    [
      '{cart} 加入商品 {sku} 共 {quantity} 件',
      '{cart}：新增 {sku} {quantity} 件',
      '已将 {quantity} 件 {sku} 放入 {cart}',
    ],
  ),
  cartClosed: phrase(
    ['Closed {cart} with order {order}', '{cart} became order {order}'],
    ['{cart} 已随订单 {order} 关闭', '{cart} 已转为订单 {order}'],
  ),
  cacheMiss: phrase(
    ['Cache miss for product {sku}', 'Product {sku} is not cached', 'Nothing cached for {sku}, reading it'],
    ['商品 {sku} 未命中缓存', '缓存中没有商品 {sku}', '{sku} 无缓存，改为读取'],
  ),
  productRead: phrase(
    [
      'Read product {sku} with {items} variants',
      'Product {sku}: {items} variants',
      'Loaded product {sku}, {items} variants',
    ],
    ['读取商品 {sku}，规格 {items} 个', '商品 {sku}：{items} 个规格', '已加载商品 {sku}，共 {items} 个规格'],
  ),
  quoted: phrase(
    [
      'Quoted {amount} EUR for a parcel of {parcel} g to zone {zone}',
      'Parcel of {parcel} g to zone {zone} costs {amount} EUR',
    ],
    [
      '运费报价 {amount} 元，包裹 {parcel} 克，寄往 {zone} 区',
      '寄往 {zone} 区的 {parcel} 克包裹运费 {amount} 元',
    ],
  ),
  parcelBooked: phrase(
    ['Parcel of {parcel} g booked for order {order}', 'Carrier collects order {order}, {parcel} g'],
    ['订单 {order} 已预约包裹，{parcel} 克', '承运商将揽收订单 {order}，{parcel} 克'],
  ),
  mailQueued: phrase(
    ['Queued message for customer {customer}', 'Message to customer {customer} waits in the queue'],
    ['发给客户 {customer} 的邮件已排队', '客户 {customer} 的邮件进入队列'],
  ),
  mailSent: phrase(
    [
      'Sent message to customer {customer} in {took} ms',
      'Mail relay took the message for customer {customer}',
    ],
    ['已向客户 {customer} 发送邮件，耗时 {took} 毫秒', '邮件中继已接收客户 {customer} 的邮件'],
  ),
  probed: phrase(
    [
      'Probe of {peer} answered after {took} ms',
      '{peer} is well, {threads} threads',
      'Health of {peer}: good, heap {heap} MB',
    ],
    [
      '{peer} 探测应答，耗时 {took} 毫秒',
      '{peer} 正常，线程 {threads} 个',
      '{peer} 健康状况良好，堆内存 {heap} MB',
    ],
  ),
  round: phrase(
    ['Probe round {batch} begins', 'Starting health round {batch}'],
    ['探测轮次 {batch} 开始', '开始第 {batch} 轮健康检查'],
  ),
  roundDone: phrase(
    ['Probe round {batch} done in {elapsed} ms', 'Health round {batch} took {elapsed} ms'],
    ['探测轮次 {batch} 完成，耗时 {elapsed} 毫秒', '第 {batch} 轮健康检查用时 {elapsed} 毫秒'],
  ),
} as const;
